import type { Escalation, Fallback, ParticipantId, Role, Template, WaitEstimate } from '@eyeline/protocol';
import type { Logger } from 'pino';
import type { PeoplePort } from '../people/people.ts';
import type { SettingsPort } from '../settings/settings.ts';
import type { Change } from './change.ts';
import type { InteractionLog } from './interaction-log.ts';
import type { Interactions } from './interactions.ts';
import type { Invitations } from './invitations/invitations.ts';
import type { Subscriptions } from './subscriptions.ts';

/** What others may know of interactions, and change. */
export interface InteractionPort {
  readonly logs: Pick<
    Interactions,
    'all' | 'get' | 'find' | 'ofCustomer' | 'ofTask' | 'ofParticipant' | 'consultsAbout' | 'isConsulted'
  >;
  readonly subscriptions: Pick<Subscriptions, 'add' | 'notify'>;
  readonly invitations: Invitations;
  /**
   * `run` changes memory at once, without awaiting anything. When that is stored, those concerned are told, and then
   * the promise resolves. Changes are stored and told in the order in which they were made. A change that fails is taken
   * back: nothing of it is in memory, stored or told. So is one that the store refuses; what was made after it is made again,
   * so `run` may run more than once and has no effect but those of its change.
   */
  change<T>(run: (change: Change) => T): Promise<T>;
  /** A change that nobody waits for. */
  carryOut(run: (change: Change) => void): void;
  /** ms since the epoch. Goes backwards only where the machine's clock was wrong, and routing is told first. */
  now(): number;
}

/** The rooms at and below this one. */
export interface InteractionRooms {
  readonly settings: SettingsPort;
  readonly people: PeoplePort;
  readonly interaction: InteractionPort;
  readonly log: Logger;
}

/** How an interaction is served, as far as its log is concerned. */
export interface ServicePort {
  /** How the customer who waits stands. */
  standing(log: InteractionLog): {
    readonly position: number | null;
    readonly wait: WaitEstimate | null;
    readonly fallback: Fallback | null;
  };
  /** Which calls this side may start now. */
  escalation(log: InteractionLog, role: Role): Escalation;
  /** What an agent may send in it as it was prepared. */
  templates(log: InteractionLog): Template[];
  /** Ends it, and what hangs on it. `by`: null where the system did. */
  close(change: Change, log: InteractionLog, by: ParticipantId | null): void;
}
