import { failure } from './failure.ts';
import type { FailureCode } from './failure-code.ts';
import type { Failure } from './failure-shape.ts';

/** What every command is answered with. Nothing is answered `ok` before it is stored. */
export type Reply<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export const done = <T>(value: T): Reply<T> => ({ ok: true, value });

export const refused = (code: FailureCode, message?: string): Reply<never> => ({
  ok: false,
  error: failure(code, message),
});
