import type { AgentId } from '@eyeline/protocol';
import { participantIdOf } from '../../people/identity.ts';
import { listedOf } from '../desk.ts';
import type { WorkRooms } from '../work-port.ts';
import { notifyAgent } from './notify-agent.ts';

/** Lists change with every request; a desk is told at most so often. */
const pauseMs = 400;

/** Tells desks what they may pick, when that has changed. */
export class Lists {
  readonly #rooms: WorkRooms;
  /** What the desks show, of those that were told; others show what they were opened with. */
  readonly #lastListed = new Map<AgentId, string>();
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
      this.#notify();
    }, pauseMs);
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #notify(): void {
    const rooms = this.#rooms;
    const { agentSessions } = rooms.work.state;
    for (const agentId of agentSessions.keys()) {
      // Who opens a desk is given the list with it.
      if (!rooms.people.callers.isPresent(participantIdOf(agentId))) this.#set(agentId, undefined);
      else {
        const listed = listedOf(rooms, agentId);
        if (this.#set(agentId, JSON.stringify(listed))) notifyAgent(rooms, agentId, 'list.changed', { listed });
      }
    }
    for (const agentId of this.#lastListed.keys()) if (!agentSessions.has(agentId)) this.#set(agentId, undefined);
  }

  /** Whether that is something else than before. */
  #set(agentId: AgentId, text: string | undefined): boolean {
    const before = this.#lastListed.get(agentId);
    if (before === text) return false;
    if (text === undefined) this.#lastListed.delete(agentId);
    else this.#lastListed.set(agentId, text);
    this.#filled += Number(isFilled(text)) - Number(isFilled(before));
    return true;
  }
}

const isFilled = (text: string | undefined): boolean => text !== undefined && text !== '[]';
