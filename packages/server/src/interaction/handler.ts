import type { CommandInput, CommandName, CommandOutput, OnceName } from '@eyeline/protocol';
import type * as v from 'valibot';
import type { Change } from './change.ts';
import type { Request } from './request.ts';

/** Gets a payload that was parsed. @throws Refusal where the answer is a typed failure */
export type Handler<N extends CommandName> = (
  input: CommandInput<N>,
  request: Request,
) => CommandOutput<N> | Promise<CommandOutput<N>>;

/**
 * A command that carries an id: the gateway carries it out once, remembers the result, and answers every repetition with it.
 * `R` is the result that is remembered, `P` what was prepared.
 */
export interface OnceHandler<N extends CommandName, R = unknown, P = unknown> {
  /** Whose ids they are where nobody is signed in yet. Default: those of the one who asks, who has to be signed in. */
  readonly scope?: string;
  /** The answer where there is nothing left to do; undefined where there is. */
  settled?(input: CommandInput<N>, request: Request): CommandOutput<N> | undefined;
  /** The result, where the log itself holds it for ever; undefined before. Then nothing else has to remember it. */
  recall?(input: CommandInput<N>, request: Request): R | undefined;
  /**
   * It was refused: whether that is because the one who asks has done it before, as the log or routing tells. Ids are remembered
   * for an hour; what is repeated later is answered `already-done` where this is so.
   */
  wasDone?(input: CommandInput<N>, request: Request): boolean;
  /**
   * What has to be awaited before. Runs once for all repetitions that come meanwhile; a refusal leaves everything as it was.
   * Where it makes a change that is all there is to carry out, `remember` notes the result in that change: what is stored and
   * not remembered would be carried out again, or refused, after a restart.
   */
  prepare?(input: CommandInput<N>, request: Request, remember: (change: Change, result: R) => void): P | Promise<P>;
  /** The change itself: awaits nothing, and may run again where the store refused an earlier change. */
  carryOut(change: Change, input: CommandInput<N>, request: Request, prepared: P): R;
  /** How the result is read back. Default: as the table describes the answer. */
  readonly result?: v.GenericSchema<unknown, R>;
  /** The answer to each asking, where parts of it are made anew: a token must not be remembered. Default: the result. */
  answer?(result: R, input: CommandInput<N>, request: Request): CommandOutput<N> | Promise<CommandOutput<N>>;
}

type Simple<N extends OnceName> = Omit<OnceHandler<N, CommandOutput<N>, undefined>, 'prepare' | 'result' | 'answer'>;
type After<N extends OnceName, P> = Omit<OnceHandler<N, CommandOutput<N>, P>, 'result' | 'answer'> &
  Required<Pick<OnceHandler<N, CommandOutput<N>, P>, 'prepare'>>;
type Anew<N extends OnceName, R, P> = Required<
  Pick<OnceHandler<N, R, P>, 'prepare' | 'carryOut' | 'result' | 'answer'>
> &
  Pick<OnceHandler<N, R, P>, 'scope' | 'wasDone'>;

/** One that awaits nothing, whose result is the answer. */
export const once = <N extends OnceName>(handler: Simple<N>): OnceHandler<N> => handler;

/** One that has something to await first. */
export const onceAfter = <N extends OnceName, P>(handler: After<N, P>): OnceHandler<N> => handler;

/** One whose answer has parts that are made anew each time. */
export const onceAnew = <N extends OnceName, R, P>(handler: Anew<N, R, P>): OnceHandler<N> => handler;

/** One for every command there is. */
export type Handlers = { readonly [N in CommandName]: Handler<N> | OnceHandler<N> };

/** Those that carry an id have one that is carried out once. */
export type OnceHandlers = { readonly [N in OnceName]: OnceHandler<N> };
