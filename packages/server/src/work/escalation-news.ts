import { Role, type TaskId } from '@eyeline/protocol';
import type { RoutingEffect } from '@eyeline/routing';
import { escalationOf } from '../call/escalation.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { videoOf } from './video.ts';
import type { WorkRooms } from './work-port.ts';

/** Tells both sides of a conversation which calls they may start, whenever that becomes another. */
export class EscalationNews {
  readonly #rooms: WorkRooms;
  readonly #told = new WeakMap<InteractionLog, string>();

  constructor(rooms: WorkRooms) {
    this.#rooms = rooms;
  }

  /** Routing decided this, and it is stored. O(what the agents concerned have in hand). */
  decided(effects: readonly RoutingEffect[]): void {
    const { interaction, work } = this.#rooms;
    const taskIds = new Set<TaskId>();
    for (const effect of effects) {
      if (effect.type === 'task.changed' || effect.type === 'task.domain-changed') taskIds.add(effect.taskId);
      if (effect.type !== 'agent.changed') continue;
      for (const { taskId } of work.state.agentSessions.get(effect.status.agentId)?.agent.inHand ?? [])
        taskIds.add(taskId);
    }
    for (const taskId of taskIds) this.#tell(interaction.logs.ofTask(taskId));
  }

  /** The site has another configuration. */
  reconfigured(): void {
    for (const log of this.#rooms.interaction.logs.all()) this.#tell(log);
  }

  #tell(log: InteractionLog | undefined): void {
    if (!log || log.isClosed || log.consult) return;
    const video = videoOf(this.#rooms);
    const both = Role.options.map(role => ({ role, escalation: escalationOf(this.#rooms, video, log, role) }));
    const written = JSON.stringify(both);
    if (this.#told.get(log) === written) return;
    this.#told.set(log, written);
    const { interactionId } = log;
    for (const { role, escalation } of both)
      this.#rooms.interaction.subscriptions.notify(
        interactionId,
        'escalation.changed',
        { interactionId, escalation },
        ({ identity }) => identity?.role === role,
      );
  }
}
