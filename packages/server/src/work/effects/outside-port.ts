import type { AgentId, TaskId } from '@eyeline/protocol';
import type { RoutingEffect } from '@eyeline/routing';

type Effect<T extends RoutingEffect['type']> = Extract<RoutingEffect, { readonly type: T }>;

/** What the systems outside are asked to do, or to look at again: phones, another router, its agents. */
export interface OutsidePort {
  holdVoice(hold: Effect<'voice.hold'>): void;
  releaseVoice(release: Effect<'voice.release'>): void;
  /** Somebody goes on it, or goes on with it. */
  runExternalTask(number: number): void;
  taskChanged(taskId: TaskId): void;
  /** The agent came, or has something else to do. */
  agentChanged(agentId: AgentId): void;
}
