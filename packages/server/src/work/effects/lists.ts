import type { AgentId } from '@eyeline/protocol';
import { listedOf } from '../desk.ts';
import type { WorkRooms } from '../work-port.ts';
import { tellAgent } from './tell.ts';

/** Lists change with every request; a desk is told at most so often. */
const pauseMs = 400;

/** Tells desks what they may pick, when that has changed. */
export class Lists {
  readonly #rooms: WorkRooms;
  readonly #told = new Map<AgentId, string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(rooms: WorkRooms) {
    this.#rooms = rooms;
  }

  /** What agents may pick may be another now. */
  due(): void {
    const { queues } = this.#rooms.settings.config.routing;
    const hasLists = this.#told.size > 0 || Object.values(queues).some(({ mode }) => mode !== 'push');
    if (!hasLists || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#tell();
    }, pauseMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #tell(): void {
    for (const agentId of this.#rooms.work.state.seats.keys()) {
      const listed = listedOf(this.#rooms, agentId);
      const text = JSON.stringify(listed);
      if ((this.#told.get(agentId) ?? '[]') === text) continue;
      if (listed.length === 0) this.#told.delete(agentId);
      else this.#told.set(agentId, text);
      tellAgent(this.#rooms, agentId, 'list.changed', { listed });
    }
  }
}
