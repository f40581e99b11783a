import type { AgentId } from '@eyeline/protocol';
import { seatOf } from '../../people/identity.ts';
import { listedOf } from '../desk.ts';
import type { WorkRooms } from '../work-port.ts';
import { tellAgent } from './tell.ts';

/** Lists change with every request; a desk is told at most so often. */
const pauseMs = 400;

/** Tells desks what they may pick, when that has changed. */
export class Lists {
  readonly #rooms: WorkRooms;
  /** What the desks show, of those that were told; others show what they were opened with. */
  readonly #told = new Map<AgentId, string>();
  /** Desks that show anything. */
  #filled = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(rooms: WorkRooms) {
    this.#rooms = rooms;
  }

  /** What agents may pick may be another now. */
  due(): void {
    const { queues } = this.#rooms.settings.config.routing;
    const hasLists = this.#filled > 0 || Object.values(queues).some(({ mode }) => mode !== 'push');
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
    const rooms = this.#rooms;
    const { seats } = rooms.work.state;
    for (const agentId of seats.keys()) {
      // Who opens a desk is given the list with it.
      if (!rooms.people.callers.isPresent(seatOf(agentId))) this.#set(agentId, undefined);
      else {
        const listed = listedOf(rooms, agentId);
        if (this.#set(agentId, JSON.stringify(listed))) tellAgent(rooms, agentId, 'list.changed', { listed });
      }
    }
    for (const agentId of this.#told.keys()) if (!seats.has(agentId)) this.#set(agentId, undefined);
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
