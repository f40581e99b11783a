import type { Domain, DomainState, SystemReason } from '@eyeline/protocol';

type ByDomain = Record<Domain, string>;

/** How the agent stands, in all and in each kind of work, and what changes it. */
export const deskState = {
  yourState: 'Your state',
  timeInState: 'Time in this state',
  you: 'You:',
  sounds: 'Sounds',
  check: 'Check camera and sound',
  signOut: 'Sign out',

  goReady: 'Go ready',
  goNotReady: 'Go not ready',
  readyForWhat: 'Ready for what?',
  readyForTitle: 'Ready for',
  chooseOne: 'Choose at least one.',
  reason: 'Reason',
  why: 'Why?',
  systemReasons: {
    'signed-in': 'You have just signed in',
    'no-answer': 'You did not answer an offer',
    'connection-lost': 'Your connection was lost',
  } satisfies Record<SystemReason, string>,

  notConnected: 'Not connected',
  nobodyOffered: 'No customer is offered to you',
  ready: 'Ready',
  notReady: 'Not ready',
  notReadyAfterwards: 'Not ready afterwards',
  notReadyAfterwardsBecause: (reason: string) => `Not ready afterwards: ${reason}`,
  customerWaiting: 'Customer waiting',
  colleagueAsks: 'A colleague asks',
  acceptOrDecline: 'Accept or decline',
  wrappingUp: 'Wrapping up',
  atWork: {
    chat: 'In a conversation',
    video: 'In a conversation',
    email: 'With a message',
    callback: 'With a callback',
  } satisfies ByDomain,
  atWorkTimes: {
    chat: (count: number) => `In ${count} conversations`,
    video: (count: number) => `In ${count} conversations`,
    email: (count: number) => `With ${count} messages`,
    callback: (count: number) => `With ${count} callbacks`,
  } satisfies Record<Domain, (count: number) => string>,
  /** Work of several kinds. */
  atWorkMixed: (count: number) => `With ${count} customers`,
  nextMeanwhile: 'The next customer may come meanwhile',
  nobodyNew: 'Nobody new for now',
  nobodyNewYet: 'Nobody new until the call is answered',
  readyFor: (domains: string) => `Ready for ${domains}`,
  for: (domains: string) => `For ${domains}`,

  byDomain: 'Your state by kind of work',
  nothingNew: 'Nothing new for now',
  domains: { video: 'Video', chat: 'Chat', email: 'E-mail', callback: 'Callback' } satisfies ByDomain,
  /** As they stand within a sentence. */
  domainsInside: { video: 'video', chat: 'chat', email: 'e-mail', callback: 'callback' } satisfies ByDomain,
  /** `chat`, `chat and video`, `chat, e-mail and video`. */
  listed: (names: readonly string[]) => new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names),
  domainStates: {
    ready: 'ready',
    'not-ready': 'not ready',
    reserved: 'being offered',
    active: 'at work, and ready for more',
    busy: 'busy',
    'pending-not-ready': 'at work, not ready afterwards',
    interrupted: 'paused by the call',
  } satisfies Record<DomainState, string>,
  domainBusy: (domain: string) => `${domain} busy`,
  noDomain: (domain: string) => `no ${domain}`,
  used: {
    video: (used: number, of: number) => `${used} of ${of} videos`,
    chat: (used: number, of: number) => `${used} of ${of} chats`,
    email: (used: number, of: number) => `${used} of ${of} e-mails`,
    callback: (used: number, of: number) => `${used} of ${of} callbacks`,
  } satisfies Record<Domain, (used: number, of: number) => string>,
};
export type DeskStateSentences = typeof deskState;
