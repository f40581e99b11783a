import type { AgentId, TaskId } from '@eyeline/protocol';
import type { RoutingEffect, TaskEnding } from './effect.ts';
import type { Lane } from './pool/lane.ts';
import type { Pool } from './pool/pool.ts';
import type { RoutingState } from './record/state.ts';
import type { Task } from './record/task.ts';

/** How a task looked to others before this decision (null: not at all), and how it ended if it did. */
export interface TouchedTask {
  readonly task: Task;
  readonly state: ReturnType<typeof outwardState> | null;
  readonly agentId: AgentId | null;
  ending: TaskEnding | null;
}

/** As others see it: taking a phone off voice is nobody's business but ours. */
export const outwardState = ({ state }: Task) => (state === 'preparing' ? 'queued' : state);
export const outwardAgent = ({ state, agentId }: Task) => (state === 'preparing' ? null : agentId);

/** One decision in the making: what it touched, and the effects so far. */
export class Turn {
  readonly state: RoutingState;
  now = 0;
  readonly closings: RoutingEffect[] = [];
  readonly notices: RoutingEffect[] = [];
  readonly voiceCommands: RoutingEffect[] = [];
  readonly offers: RoutingEffect[] = [];
  readonly externalTaskCommands: RoutingEffect[] = [];
  readonly agents = new Set<AgentId>();
  readonly tasks = new Map<TaskId, TouchedTask>();
  /** Queued tasks to look for an agent for. */
  readonly seeking = new Set<Task>();
  /** Lines where the tasks from this rank on stand elsewhere now. */
  readonly moved = new Map<Lane, number>();
  /** Tasks whose customer has to hear the position in any case. */
  readonly placed = new Set<Task>();
  /** Waiting tasks of which it has to be seen whether anybody could serve them. */
  readonly judged = new Set<Task>();
  /** Lines whose estimates are due to be looked at. */
  readonly reviewed = new Set<Lane>();
  readonly signedOut = new Set<AgentId>();
  /** Pools that were left by the last or joined by the first reachable member, or where nobody works any more. */
  readonly turned = new Set<Pool>();
  readonly #lists = [this.closings, this.notices, this.voiceCommands, this.offers, this.externalTaskCommands];
  readonly #sets = [
    this.agents,
    this.tasks,
    this.seeking,
    this.moved,
    this.placed,
    this.judged,
    this.reviewed,
    this.signedOut,
    this.turned,
  ];

  constructor(state: RoutingState) {
    this.state = state;
  }

  /** Empties everything for the next decision: making all the collections anew would cost as much as deciding. */
  begin(now: number): void {
    this.now = now;
    for (const list of this.#lists) list.length = 0;
    for (const set of this.#sets) if (set.size > 0) set.clear();
  }

  touchAgent(agentId: AgentId): void {
    this.agents.add(agentId);
  }

  /** To be called before a task is changed. */
  touchTask(task: Task, isNew = false): TouchedTask {
    let touched = this.tasks.get(task.taskId);
    if (!touched) {
      touched = { task, state: isNew ? null : outwardState(task), agentId: outwardAgent(task), ending: null };
      this.tasks.set(task.taskId, touched);
    }
    return touched;
  }

  moveLane(lane: Lane, rank: number): void {
    this.moved.set(lane, Math.min(rank, this.moved.get(lane) ?? rank));
  }
}
