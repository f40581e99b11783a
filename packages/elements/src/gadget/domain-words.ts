import type { AgentStatus, Domain, DomainState } from '@eyeline/protocol';

/** Kinds of work as the desk names them, the richest first. */
export const domainNames: Readonly<Record<Domain, string>> = {
  video: 'Video',
  chat: 'Chat',
  email: 'E-mail',
  callback: 'Callback',
};

const domains = Object.keys(domainNames) as readonly Domain[];

/** The kinds of work that an agent can do. */
export const domainsOf = ({ domains: states }: AgentStatus): readonly Domain[] =>
  domains.filter(domain => states[domain] !== undefined);

/** How an agent stands in one domain, in words. */
export const domainStates: Readonly<Record<DomainState, string>> = {
  ready: 'ready',
  'not-ready': 'not ready',
  reserved: 'being offered',
  active: 'at work, and ready for more',
  busy: 'busy',
  'pending-not-ready': 'at work, not ready afterwards',
  interrupted: 'paused by the call',
};

/** Several things in one sentence: `chat`, `chat and video`, `chat, e-mail and video`. */
export const listed = (names: readonly string[]): string =>
  new Intl.ListFormat('en', { type: 'conjunction' }).format(names).replace(/,( and )/, '$1');

const plurals: Readonly<Record<Domain, string>> = {
  video: 'videos',
  chat: 'chats',
  email: 'e-mails',
  callback: 'callbacks',
};

/**
 * How an agent stands in all kinds of work, in one line: `Video, 3 of 5 chats`, `Video busy, 2 of 5 chats`. A kind of which
 * nothing more comes only because of other work is left out: the work itself stands there.
 */
export function domainLine(agent: AgentStatus): string {
  const phrases = domainsOf(agent).flatMap(domain => domainPhrase(agent, domain) ?? []);
  const line = phrases.join(', ') || 'Nothing new for now';
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function domainPhrase({ domains: states, capacity }: AgentStatus, domain: Domain): string | null {
  const { used, of } = capacity[domain] ?? { used: 0, of: 1 };
  const name = domainNames[domain].toLowerCase();
  // It is taken from the moment of the invitation on.
  if (used > 0) return of === 1 ? `${name} busy` : `${used} of ${of} ${plurals[domain]}`;
  switch (states[domain]) {
    case 'ready':
    case 'active':
      return of === 1 ? name : `0 of ${of} ${plurals[domain]}`;
    case 'reserved':
      return `${name} offered`;
    case 'not-ready':
      return `no ${name}`;
    default:
      return null;
  }
}
