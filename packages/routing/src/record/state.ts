import type { AgentId, OfferId, TaskId } from '@eyeline/protocol';
import { defaultConfiguration, type RoutingConfiguration } from '../configuration/configuration.ts';
import type { QueueConfiguration } from '../configuration/queue-configuration.ts';
import type { RoutingDomain } from '../domain.ts';
import { Timers } from '../ordered/timers.ts';
import type { AgentSession } from '../pool/agent-session.ts';
import type { Lane } from '../pool/lane.ts';
import type { Plan } from '../pool/plan.ts';
import type { Pool } from '../pool/pool.ts';
import type { QueueId } from '../queue-id.ts';
import type { ExternalTask } from './external-task.ts';
import type { RoutingOffer } from './offer.ts';
import type { Task } from './task.ts';
import type { Voice } from './voice.ts';

/**
 * All that routing knows. `decide` works on it in place: whoever gives a state away has no state any more. The records are
 * what a snapshot holds; pools, plans and timers are indices over them.
 */
export interface RoutingState {
  /** The last decision's instant. */
  now: number;
  configuration: RoutingConfiguration;
  /** Queues that are no longer configured but still have tasks. */
  retired: Record<QueueId, QueueConfiguration>;
  readonly agentSessions: Map<AgentId, AgentSession>;
  readonly voices: Map<AgentId, Voice>;
  readonly tasks: Map<TaskId, Task>;
  readonly offers: Map<OfferId, RoutingOffer>;
  /** By number. */
  readonly externalTasks: Map<number, ExternalTask>;
  readonly lanes: Map<string, Lane>;
  /** The same, found without putting a key together. */
  readonly lanesOf: Map<QueueId, Map<RoutingDomain, Lane>>;
  /** Where consults wait for a colleague: beside the customers' lanes, which show nothing of them. */
  readonly consultLanes: Map<QueueId, Lane>;
  /** The consult about a task. */
  readonly consults: Map<TaskId, TaskId>;
  /** How many offers, external tasks and requests there ever were: the next ids. */
  offersMade: number;
  externalTasksMade: number;
  tasksRequested: number;

  readonly plans: Map<string, Plan>;
  readonly pools: Map<string, Pool>;
  /** Pools by what an agent cannot do without in them: `skill:…`, `agent:…`, or `` for nothing. */
  readonly anchors: Map<string, Set<Pool>>;
  readonly timers: Timers;
  /** How many agents are reachable, by the number of the domain, and last in all. */
  readonly present: number[];
}

/** Nobody signed in, nothing waiting, the default configuration: one queue, `default`, that anybody serves. */
export const emptyRouting = (configuration: RoutingConfiguration = defaultConfiguration): RoutingState => ({
  now: 0,
  configuration,
  retired: {},
  agentSessions: new Map(),
  voices: new Map(),
  tasks: new Map(),
  offers: new Map(),
  externalTasks: new Map(),
  lanes: new Map(),
  lanesOf: new Map(),
  consultLanes: new Map(),
  consults: new Map(),
  offersMade: 0,
  externalTasksMade: 0,
  tasksRequested: 0,
  plans: new Map(),
  pools: new Map(),
  anchors: new Map(),
  timers: new Timers(),
  present: [],
});
