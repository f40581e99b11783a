import type { RoutingEffect } from '../effect.ts';
import type { RoutingInput } from '../input.ts';

interface Entry {
  state: string;
  agentId: string | null;
  closed: number;
}

const allowed: Readonly<Record<string, readonly string[]>> = {
  requested: ['queued', 'offered', 'scheduled', 'active', 'closed'],
  scheduled: ['queued', 'offered', 'active', 'closed'],
  queued: ['offered', 'active', 'scheduled', 'closed', 'queued'],
  offered: ['queued', 'offered', 'active', 'scheduled', 'closed'],
  active: ['wrapping-up', 'queued', 'offered', 'closed', 'active', 'scheduled'],
  'wrapping-up': ['closed', 'scheduled', 'queued', 'offered'],
};

function newTaskOf(input: RoutingInput): string | undefined {
  if (input.type === 'task.requested' || input.type === 'consult.asked') return input.taskId;
  if (input.type === 'consult.completed') return input.newTaskId;
  return input.type === 'task.transferred' ? input.newTask.taskId : undefined;
}

/** What the outside was told of each task: nothing is lost, nothing is served twice. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();

  note(input: RoutingInput, effects: readonly RoutingEffect[]): void {
    const taskId = newTaskOf(input);
    if (taskId && effects.some(effect => effect.type === 'task.changed' && effect.taskId === taskId))
      if (!this.#entries.has(taskId)) this.#entries.set(taskId, { state: 'requested', agentId: null, closed: 0 });
    for (const effect of effects) if (effect.type === 'task.changed') this.#change(effect);
  }

  #change({ taskId, state, agentId }: Extract<RoutingEffect, { type: 'task.changed' }>): void {
    const entry = this.#entries.get(taskId);
    if (!entry) throw new Error(`${taskId} was never requested`);
    if (entry.closed > 0) throw new Error(`${taskId} is ${state} after it was closed`);
    if (!allowed[entry.state]?.includes(state)) throw new Error(`${taskId} went from ${entry.state} to ${state}`);
    if (state === 'active' && agentId === null) throw new Error(`${taskId} is active with nobody`);
    entry.state = state;
    entry.agentId = agentId;
    if (state === 'closed') entry.closed += 1;
  }

  open(): string[] {
    return [...this.#entries].filter(([, { closed }]) => closed !== 1).map(([taskId]) => taskId);
  }

  /** As the outside believes it to be. */
  active(): Map<string, string | null> {
    return new Map(
      [...this.#entries].filter(([, { state }]) => state === 'active').map(([id, { agentId }]) => [id, agentId]),
    );
  }
}
