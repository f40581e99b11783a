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
  active: ['wrapping-up', 'queued', 'offered', 'closed', 'active'],
  'wrapping-up': ['closed', 'scheduled', 'queued', 'offered'],
};

/** What the outside was told of each task: nothing is lost, nothing is served twice. */
export class Ledger {
  readonly #entries = new Map<string, Entry>();

  note(input: RoutingInput, effects: readonly RoutingEffect[]): void {
    const request =
      input.type === 'task.requested' ? input : input.type === 'task.transferred' ? input.newTask : undefined;
    if (request && effects.some(effect => effect.type === 'task.changed' && effect.taskId === request.taskId))
      if (!this.#entries.has(request.taskId))
        this.#entries.set(request.taskId, { state: 'requested', agentId: null, closed: 0 });
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
