import type { AgentId } from '@eyeline/protocol';
import type { RoutingEffect } from '@eyeline/routing';
import { seatOf } from '../people/identity.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { tellAgent } from './announce.ts';
import { listedOf } from './desk.ts';

/** Lists change with every request; a desk is told at most so often. */
const pauseMs = 400;

/** Tells desks what they may pick, when that has changed. */
export class Lists {
  readonly #centre: ContactCentre;
  /** What the desks show, of those that were told; others show what they were opened with. */
  readonly #told = new Map<AgentId, string>();
  /** Desks that show anything. */
  #filled = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(centre: ContactCentre) {
    this.#centre = centre;
  }

  decided(effects: readonly RoutingEffect[]): void {
    const { queues } = this.#centre.config.routing;
    const hasLists = this.#filled > 0 || Object.values(queues).some(({ mode }) => mode !== 'push');
    const concerns = ({ type }: RoutingEffect) =>
      type === 'task.changed' || type === 'agent.changed' || type === 'task.moved' || type === 'task.domain-changed';
    if (!hasLists || this.#timer || !effects.some(concerns)) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, pauseMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tell(): void {
    const { callers, routing } = this.#centre;
    for (const agentId of routing.state.seats.keys()) {
      // Who opens a desk is given the list with it.
      if (!callers.isPresent(seatOf(agentId))) this.#set(agentId, undefined);
      else {
        const listed = listedOf(this.#centre, agentId);
        if (this.#set(agentId, JSON.stringify(listed))) tellAgent(this.#centre, agentId, 'list.changed', { listed });
      }
    }
    for (const agentId of this.#told.keys()) if (!routing.state.seats.has(agentId)) this.#set(agentId, undefined);
  }

  /** Whether that is something else than before. */
  #set(agentId: AgentId, text: string | undefined): boolean {
    const before = this.#told.get(agentId);
    if (before === text) return false;
    if (text === undefined) this.#told.delete(agentId);
    else this.#told.set(agentId, text);
    this.#filled += Number(isFilled(text)) - Number(isFilled(before));
    return true;
  }
}

const isFilled = (text: string | undefined): boolean => text !== undefined && text !== '[]';
