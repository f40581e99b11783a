import * as v from 'valibot';
import { routingDomains } from '../domain.ts';
import { Count } from './span.ts';

const concurrency = v.optional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100)), 0);
const entries = {
  video: concurrency,
  chat: concurrency,
  email: concurrency,
  callback: concurrency,
};

export const AgentConfiguration = v.strictObject({
  /** Skill to level, 1 to 10. */
  skills: v.optional(v.record(v.string(), Count(10)), {}),
  /** How many tasks of each domain at once; 0 or left out: cannot do it. */
  domains: v.optional(v.strictObject(entries), () => ({ ...noDomains, chat: 1, video: 1 })),
  /** Does the agent have a phone whose state comes from outside? Standalone agents have none. */
  voiceChannel: v.optional(v.boolean(), false),
});
export type AgentConfiguration = v.InferOutput<typeof AgentConfiguration>;

const noDomains = { video: 0, chat: 0, email: 0, callback: 0 };

/** The domains an agent can do at all. */
export const ableDomains = (agent: AgentConfiguration) => routingDomains.filter(domain => agent.domains[domain] > 0);
