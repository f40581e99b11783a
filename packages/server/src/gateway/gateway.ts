import {
  type CommandInput,
  type CommandName,
  type CommandOutput,
  commands,
  done,
  type FailureCode,
  isCommandName,
  type Reply,
  refused,
  toPlainText,
} from '@eyeline/protocol';
import * as v from 'valibot';
import type { CiscoRooms } from '../cisco/cisco-port.ts';
import type { CommandMemory } from '../interaction/command-memory.ts';
import type { Handlers } from '../interaction/handler.ts';
import type { Journal } from '../interaction/journal.ts';
import { Request } from '../interaction/request.ts';
import type { Caller } from '../people/caller.ts';
import { Refusal } from '../people/refusal.ts';
import { StoreUnavailable } from '../store/store-unavailable.ts';
import { handlersOf } from './handlers.ts';
import { Repetitions } from './repetitions.ts';

/** How a command went: its name, `unknown` for one that is none, and `ok` or the code of its failure. */
export type OnCommand = (name: string, outcome: 'ok' | FailureCode) => void;

/** What the gateway asks, beside what handlers do. */
export interface GatewayRooms extends CiscoRooms {
  readonly commands: Pick<CommandMemory, 'get'>;
  readonly journal: Pick<Journal, 'isHealthy' | 'backlog'>;
}

interface GatewayOptions {
  readonly rooms: GatewayRooms;
  readonly onCommand?: OnCommand;
}

/** Where every command comes in: parsed by the table before a handler sees it, and answered whatever happens. */
export class Gateway {
  readonly #rooms: GatewayRooms;
  readonly #handlers: Handlers;
  readonly #onCommand: OnCommand;
  readonly #repetitions: Repetitions;

  constructor({ rooms, onCommand = () => {} }: GatewayOptions) {
    this.#rooms = rooms;
    this.#handlers = handlersOf(rooms);
    this.#onCommand = onCommand;
    this.#repetitions = new Repetitions({ memory: rooms.commands, change: run => rooms.interaction.change(run) });
  }

  /** `send` gets exactly one reply. Never rejects. */
  async answer(caller: Caller, name: string, payload: unknown, send: (reply: Reply<unknown>) => void): Promise<void> {
    const request = new Request(caller);
    let isAnswered = false;
    const say = (reply: Reply<unknown>) => {
      if (isAnswered) return;
      isAnswered = true;
      send(reply);
      request.replied();
      this.#onCommand(isCommandName(name) ? name : 'unknown', reply.ok ? 'ok' : reply.error.code);
    };
    if (!caller.bucket.take(performance.now())) return say(refused('too-many-requests'));
    if (!isCommandName(name)) return say(refused('unknown-command'));
    const timer = setTimeout(() => say(this.#giveUp()), this.#timeoutMs());
    const reply = await this.#run(request, name, payload);
    clearTimeout(timer);
    say(reply);
  }

  async #run<N extends CommandName>(request: Request, name: N, payload: unknown): Promise<Reply<CommandOutput<N>>> {
    try {
      const parsed = v.safeParse(commands[name].input, payload, { abortEarly: true });
      if (!parsed.success) return refuseInvalid(name, parsed.issues[0]);
      if (this.#rooms.journal.backlog > maxBacklog) return this.#giveUp();
      return done(await this.#carryOut(name, toPlainText(parsed.output), request));
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: error.failure };
      // Nested too deep to look at.
      if (error instanceof RangeError) return refused('invalid-payload');
      if (error instanceof StoreUnavailable) return refused('store-unavailable');
      this.#rooms.log.error({ err: error, command: name }, 'A command failed.');
      return refused('internal');
    }
  }

  #carryOut<N extends CommandName>(
    name: N,
    input: CommandInput<N>,
    request: Request,
  ): CommandOutput<N> | Promise<CommandOutput<N>> {
    const handler = this.#handlers[name];
    return typeof handler === 'function'
      ? handler(input, request)
      : this.#repetitions.answer(name, handler, input, request);
  }

  /** Where the store is known to fail, nobody waits long to hear of it. */
  #timeoutMs(): number {
    const { journal, settings } = this.#rooms;
    const { timeoutMs } = settings.config.limits;
    return journal.isHealthy ? timeoutMs : Math.min(timeoutMs, failingTimeoutMs);
  }

  /** It may still be carried out; the page sends it again with the same id and gets the same answer. */
  #giveUp(): Reply<never> {
    return refused(this.#rooms.journal.isHealthy ? 'server-busy' : 'store-unavailable');
  }
}

const failingTimeoutMs = 2_000;
/** So many changes may wait for the store before new commands are turned away. */
const maxBacklog = 20_000;

function refuseInvalid(name: CommandName, issue: v.BaseIssue<unknown>): Reply<never> {
  const path = v.getDotPath(issue) ?? '';
  if (name === 'message.send' && path === 'text' && issue.type === 'max_length') return refused('message-too-long');
  if (name === 'interaction.open' && path.startsWith('form')) return refused('invalid-form');
  return refused('invalid-payload');
}
