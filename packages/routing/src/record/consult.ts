import type { AgentId, TaskId } from '@eyeline/protocol';

/** What a consult is about: a task that an agent has in hand, and that agent, who asks a colleague first. */
export interface Consult {
  readonly about: TaskId;
  readonly askerId: AgentId;
}
