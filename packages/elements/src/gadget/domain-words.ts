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
