import type {
  CommandInput,
  CommandName,
  CommandOutput,
  EventName,
  InteractionId,
  ParticipantId,
} from '@eyeline/protocol';
import { Caller } from '../people/caller.ts';
import { Refusal } from '../people/refusal.ts';
import { Gateway, type GatewayRooms } from './gateway.ts';

interface HouseLineOptions {
  readonly rooms: GatewayRooms;
  readonly gateway: Gateway;
  /** Who comes for the customer. */
  readonly application: string;
  /** What the customer's page would be told. */
  readonly emit: (name: EventName, payload: object) => void;
}

/** How other systems get such lines. */
export function houseLines(rooms: GatewayRooms) {
  const gateway = new Gateway({ rooms });
  return (application: string, emit: HouseLineOptions['emit']) => new HouseLine({ rooms, gateway, application, emit });
}

/** An application says more than a person with a keyboard, but not without end. */
const burst = 100;
const perSecond = 50;

/**
 * A customer who comes through another system: no browser and no socket, but all that a page may do, by the same way.
 * As long as it is open the customer is there.
 */
export class HouseLine {
  readonly #options: HouseLineOptions;
  readonly #caller: Caller;

  constructor(options: HouseLineOptions) {
    this.#options = options;
    const { application, emit } = options;
    this.#caller = new Caller({ address: `application ${application}`, application, emit, burst, perSecond });
    options.rooms.people.callers.add(this.#caller);
  }

  /** @throws Refusal as a page is told it */
  async do<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandOutput<N>> {
    const reply = await new Promise<Parameters<Parameters<Gateway['answer']>[3]>[0]>(resolve => {
      void this.#options.gateway.answer(this.#caller, name, input, resolve);
    });
    if (!reply.ok) throw new Refusal(reply.error.code, reply.error.message);
    return reply.value as CommandOutput<N>;
  }

  /** After a restart: the customer of this conversation is there again. */
  resume(interactionId: InteractionId, participantId: ParticipantId): void {
    this.#options.rooms.people.callers.identify(this.#caller, { role: 'customer', interactionId, participantId });
  }

  close(): void {
    this.#options.rooms.people.callers.remove(this.#caller);
  }
}
