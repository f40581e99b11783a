import type { AgentStatus, Domain } from '@eyeline/protocol';
import { deskState } from '../sentences/desk-state.ts';
import { language } from '../sentences/language.ts';
import { comma } from '../sentences/locale.ts';

/** Kinds of work, the richest first. */
const domains: readonly Domain[] = ['video', 'chat', 'email', 'callback'];

/** The kinds of work that an agent can do. */
export const domainsOf = ({ domains: states }: AgentStatus): readonly Domain[] =>
  domains.filter(domain => states[domain] !== undefined);

/** The kinds of work of which something may come now. */
export const freeDomains = (agent: AgentStatus): readonly Domain[] =>
  domainsOf(agent).filter(domain => agent.domains[domain] === 'ready' || agent.domains[domain] === 'active');

/**
 * How an agent stands in all kinds of work, in one line: `Video, 3 of 5 chats`, `Video busy, 2 of 5 chats`. A kind of which
 * nothing more comes only because of other work is left out: the work itself stands there.
 */
export function domainLine(agent: AgentStatus): string {
  const phrases = domainsOf(agent).flatMap(domain => domainPhrase(agent, domain) ?? []);
  const line = phrases.join(comma()) || deskState.nothingNew;
  return line.charAt(0).toLocaleUpperCase(language.tag) + line.slice(1);
}

function domainPhrase({ domains: states, capacity }: AgentStatus, domain: Domain): string | null {
  const { used, of } = capacity[domain] ?? { used: 0, of: 1 };
  const name = deskState.domainsInside[domain];
  // It is taken from the moment of the invitation on.
  if (used > 0) return of === 1 ? deskState.domainBusy(name) : deskState.used[domain](used, of);
  switch (states[domain]) {
    case 'ready':
    case 'active':
      return of === 1 ? name : deskState.used[domain](0, of);
    case 'not-ready':
      return deskState.noDomain(name);
    default:
      return null;
  }
}
