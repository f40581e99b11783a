import type { AgentId } from '@eyeline/protocol';
import type { RoutingEffect } from '@eyeline/routing';
import type { ContactCentre } from '../process/contact-centre.ts';
import { tellAgent } from './announce.ts';
import { listedOf } from './desk.ts';

/** Lists change with every request; a desk is told at most so often. */
const pauseMs = 400;

/** Tells desks what they may pick, when that has changed. */
export class Lists {
  readonly #centre: ContactCentre;
  readonly #told = new Map<AgentId, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(centre: ContactCentre) {
    this.#centre = centre;
  }

  decided(effects: readonly RoutingEffect[]): void {
    const { queues } = this.#centre.config.routing;
    const hasLists = this.#told.size > 0 || Object.values(queues).some(({ mode }) => mode !== 'push');
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
    for (const agentId of this.#centre.routing.state.seats.keys()) {
      const listed = listedOf(this.#centre, agentId);
      const text = JSON.stringify(listed);
      if ((this.#told.get(agentId) ?? '[]') === text) continue;
      if (listed.length === 0) this.#told.delete(agentId);
      else this.#told.set(agentId, text);
      tellAgent(this.#centre, agentId, 'list.changed', { listed });
    }
  }
}
