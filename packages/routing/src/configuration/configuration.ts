import * as v from 'valibot';
import { Calendars } from '../calendar/calendars.ts';
import { AgentConfiguration } from './agent-configuration.ts';
import { DomainsConfiguration } from './domain-configuration.ts';
import { Policy } from './policy.ts';
import { QueueConfiguration } from './queue-configuration.ts';

/** Everything about routing that people decide. Left-out parts have the defaults written beside them. */
export const RoutingConfiguration = v.strictObject({
  policy: v.optional(Policy, {}),
  domains: v.optional(DomainsConfiguration, {}),
  /** Every skill that queues and agents may name. */
  skills: v.optional(v.array(v.string()), []),
  queues: v.optional(v.record(v.string(), QueueConfiguration), { default: {} }),
  /** Opening hours, by id. */
  calendars: v.optional(Calendars, {}),
  /** Where a request goes that names no queue. */
  defaultQueue: v.optional(v.string(), 'default'),
  agents: v.optional(v.record(v.string(), AgentConfiguration), {}),
  /** For agents who are not named above. */
  agentDefaults: v.optional(AgentConfiguration, {}),
});
export type RoutingConfiguration = v.InferOutput<typeof RoutingConfiguration>;
/** As people write it. */
export type RoutingConfigurationSource = v.InferInput<typeof RoutingConfiguration>;

export const defaultConfiguration: RoutingConfiguration = v.parse(RoutingConfiguration, {});
