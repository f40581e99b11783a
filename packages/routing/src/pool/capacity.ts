import type { AgentConfiguration } from '../configuration/agent-configuration.ts';
import type { DomainsConfiguration } from '../configuration/domain-configuration.ts';
import type { RoutingDomain } from '../domain.ts';
import type { InHand } from '../record/agent.ts';

/** What one agent can hold at once. */
export const wholeAgent = 100;

/** Is there room for one more task of this domain beside what is in hand? */
export function hasRoom(
  inHand: readonly InHand[],
  domain: RoutingDomain,
  { domains }: AgentConfiguration,
  rules: DomainsConfiguration,
): boolean {
  if (inHand.length > 0 && rules[domain].exclusive) return false;
  let taken = rules[domain].weight;
  let same = 0;
  for (const { domain: held } of inHand) {
    if (rules[held].exclusive) return false;
    taken += rules[held].weight;
    if (held === domain) same += 1;
  }
  return same < domains[domain] && taken <= wholeAgent;
}

/** Is there room for one more of this domain where what may be interrupted gives way to what takes the whole agent? */
export const fitsBeside = (
  beside: readonly InHand[],
  domain: RoutingDomain,
  profile: AgentConfiguration,
  rules: DomainsConfiguration,
): boolean =>
  rules[domain].exclusive
    ? beside.every(held => rules[held.domain].interruptible)
    : hasRoom(beside, domain, profile, rules);

/** How many tasks of this domain an agent with nothing else in hand serves at once. */
export function placesIn(domain: RoutingDomain, { domains }: AgentConfiguration, rules: DomainsConfiguration): number {
  if (rules[domain].exclusive) return Math.min(1, domains[domain]);
  return Math.min(domains[domain], Math.floor(wholeAgent / rules[domain].weight));
}
