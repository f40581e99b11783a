import { type CommandInput, type CommandName, type CommandOutput, commands } from '@eyeline/protocol';
import * as v from 'valibot';
import { requireIdentity, scopeOf } from '../interaction/access.ts';
import type { Change } from '../interaction/change.ts';
import type { CommandMemory, Remembered } from '../interaction/command-memory.ts';
import type { OnceHandler } from '../interaction/handler.ts';
import type { Request } from '../interaction/request.ts';
import { Refusal } from '../people/refusal.ts';
import { agentRefusals } from '../settings/sentences/refusals.ts';

interface RepetitionsOptions {
  readonly memory: Pick<CommandMemory, 'get'>;
  readonly change: <T>(run: (change: Change) => T) => Promise<T>;
}

interface Underway {
  readonly name: string;
  readonly result: Promise<unknown>;
}

/** What a handler carries out, with what is known of earlier askings. */
interface Asked<N extends CommandName> {
  readonly name: N;
  readonly scope: string;
  readonly commandId: string;
  readonly handler: OnceHandler<N>;
  readonly input: CommandInput<N>;
  readonly request: Request;
}

/** Commands that carry an id are carried out once, however often they come and whatever happens in between. */
export class Repetitions {
  readonly #options: RepetitionsOptions;
  /** Those that come meanwhile wait for the same result. */
  readonly #underway = new Map<string, Underway>();

  constructor(options: RepetitionsOptions) {
    this.#options = options;
  }

  async answer<N extends CommandName>(
    name: N,
    handler: OnceHandler<N>,
    input: CommandInput<N>,
    request: Request,
  ): Promise<CommandOutput<N>> {
    const settled = handler.settled?.(input, request);
    if (settled !== undefined) return settled;
    const scope = handler.scope ?? scopeOf(requireIdentity(request));
    const result = await this.#result({ name, scope, commandId: idOf(input), handler, input, request });
    // Without an answer of its own the result is the answer.
    return handler.answer ? handler.answer(result, input, request) : (result as CommandOutput<N>);
  }

  async #result<N extends CommandName>(asked: Asked<N>): Promise<unknown> {
    const { name, scope, commandId } = asked;
    const key = `${scope} ${commandId}`;
    const known = this.#underway.get(key);
    if (known) {
      requireSame(known, name);
      return known.result;
    }
    const result = asked.handler.wasDone ? this.#carryOutUnlessDone(asked) : this.#carryOut(asked);
    this.#underway.set(key, { name, result });
    try {
      return await result;
    } finally {
      this.#underway.delete(key);
    }
  }

  /** @throws Refusal `already-done` where it is refused because it was carried out so long ago that its id is forgotten */
  async #carryOutUnlessDone<N extends CommandName>(asked: Asked<N>): Promise<unknown> {
    try {
      return await this.#carryOut(asked);
    } catch (error) {
      const { handler, input, request } = asked;
      throw error instanceof Refusal && handler.wasDone?.(input, request) ? new Refusal('already-done') : error;
    }
  }

  async #carryOut<N extends CommandName>(asked: Asked<N>): Promise<unknown> {
    const { name, scope, commandId, handler, input, request } = asked;
    const remember = (change: Change, value: unknown) =>
      change.remember({ scope, commandId, name, at: change.now, value });
    // Where nothing is prepared it is looked for once, below.
    const isDone = handler.prepare !== undefined && this.#known(asked) !== null;
    const prepared = handler.prepare && !isDone ? await handler.prepare(input, request, remember) : undefined;
    // Also what is known goes through the journal: it may not be stored yet.
    return this.#options.change(change => {
      const known = this.#known(asked);
      if (known) return known.result;
      // It was, and the store refused it meanwhile: nothing is prepared.
      if (isDone) throw new Refusal('server-busy');
      const result = handler.carryOut(change, input, request, prepared);
      if (!handler.recall) remember(change, result);
      return result;
    });
  }

  /**
   * The result of an earlier asking; null when there was none.
   * @throws Refusal `invalid-payload` where the id was used for another command, `already-done` where its answer was dropped
   */
  #known<N extends CommandName>({
    name,
    scope,
    commandId,
    handler,
    input,
    request,
  }: Asked<N>): { readonly result: unknown } | null {
    const remembered = this.#options.memory.get(scope, commandId);
    if (remembered) {
      requireSame(remembered, name);
      return { result: resultOf(remembered, handler.result ?? commands[name].output) };
    }
    const recalled = handler.recall?.(input, request);
    return recalled === undefined ? null : { result: recalled };
  }
}

const idOf = (input: object): string => ('commandId' in input ? String(input.commandId) : '');

function requireSame(known: { readonly name: string }, name: string): void {
  if (known.name !== name) throw new Refusal('invalid-payload', agentRefusals.commandIdTwice);
}

/** An answer that says nothing needs no memory. One of another version, or that was dropped, cannot be given again. */
function resultOf({ value }: Remembered, schema: v.GenericSchema): unknown {
  const read = v.safeParse(schema, value ?? {});
  if (!read.success) throw new Refusal('already-done');
  return read.output;
}
