import type { IncomingMessage, ServerResponse } from 'node:http';
import type { FailureCode } from '@eyeline/protocol';
import type { FastifyBaseLogger, FastifyInstance, FastifyTypeProvider, RawServerDefault } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import type {} from './route-schema.ts';

type Plain = string | number | boolean | null | undefined;
/** What a handler may hold that it does not own. */
type Shown<T> = T extends Plain ? T : { readonly [K in keyof T]: Shown<T[K]> };

/** Fastify's routes by valibot's schemas: what a handler gets was parsed, and what it answers is what was declared. */
export interface Valibot extends FastifyTypeProvider {
  readonly validator: this['schema'] extends v.GenericSchema ? v.InferOutput<this['schema']> : unknown;
  readonly serializer: this['schema'] extends v.GenericSchema ? Shown<v.InferInput<this['schema']>> : unknown;
}

export type Api = FastifyInstance<RawServerDefault, IncomingMessage, ServerResponse, FastifyBaseLogger, Valibot>;

/** How what does not parse is refused, where that is not `invalid-payload` and what was expected. Stands in `v.metadata`. */
interface Otherwise {
  readonly code?: FailureCode;
  readonly sentence?: string | ((path: string | null) => string);
}

/** @throws Refusal that says what was expected */
export function read<S extends v.GenericSchema>(schema: S, given: unknown): v.InferOutput<S> {
  const parsed = v.safeParse(schema, given ?? undefined);
  if (parsed.success) return parsed.output;
  const { code = 'invalid-payload', sentence }: Otherwise = v.getMetadata(schema);
  const [issue] = parsed.issues;
  const path = v.getDotPath(issue);
  if (typeof sentence === 'function') throw new Refusal(code, sentence(path));
  const expected = code === 'invalid-payload' ? apiSentences.expected(whatOf(issue), path) : undefined;
  throw new Refusal(code, sentence ?? expected);
}

/** What was expected: as the schema says it, or else by its kind. */
const whatOf = ({ message, expected }: v.BaseIssue<unknown>): string =>
  message.startsWith('Invalid ') ? (expected ?? message) : message;

/** What is parsed and written; `areChecked`: an answer that is not as declared fails, so that tests find it. */
export function useValibot(app: FastifyInstance, areChecked: boolean): Api {
  const api: Api = app.withTypeProvider<Valibot>();
  api.setValidatorCompiler<v.GenericSchema>(({ schema }) => given => {
    try {
      return { value: read(schema, given) };
    } catch (error) {
      return { error: error as Refusal };
    }
  });
  api.setSerializerCompiler<v.GenericSchema>(({ schema }) => answer => {
    const text = JSON.stringify(answer);
    if (areChecked) v.parse(schema, JSON.parse(text));
    return text;
  });
  return api;
}
