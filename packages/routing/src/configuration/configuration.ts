import * as v from 'valibot';
import { Calendars } from '../calendar/calendars.ts';
import { AgentConfiguration } from './agent-configuration.ts';
import { DomainsConfiguration } from './domain-configuration.ts';
import { Policy } from './policy.ts';
import { QueueConfiguration } from './queue-configuration.ts';

const QueueName = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/, 'an id of 1 to 64 letters, digits, "-" and "_"'));

/** Everything about routing that people decide. Left-out parts have the defaults written beside them. */
export const RoutingConfiguration = v.strictObject({
  policy: v.optional(Policy, {}),
  domains: v.optional(DomainsConfiguration, {}),
  /** Every skill that queues and agents may name. */
  skills: v.optional(v.array(v.string()), []),
  queues: v.optional(v.record(QueueName, QueueConfiguration, 'queues by id'), { default: {} }),
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
