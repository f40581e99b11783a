import type { OnRoute, RoutingState } from '@eyeline/routing';
import type { CallRooms } from '../call/call-port.ts';
import type { KeyedBuckets } from '../people/limits/keyed-buckets.ts';
import type { ConsultEndings } from './consult/consult-endings.ts';
import type { Decisions } from './effects/decisions.ts';
import type { Unserved } from './fallback/unserved.ts';
import type { InvitationLimit } from './invitations/invitation-limit.ts';
import type { Letters } from './mails/letters.ts';
import type { MailGateway } from './mails/mail-gateway.ts';
import type { LastAgents } from './request/last-agents.ts';
import type { OpenLimit } from './request/open-limit.ts';
import type { Proofs } from './request/proofs.ts';
import type { SmsGateway } from './texts/sms-gateway.ts';
import type { SmsSink } from './texts/sms-sink.ts';

/** What others may know of who serves whom. It changes by `Change.route` alone. */
export interface WorkPort {
  readonly state: RoutingState;
  /** Who waits for what routing decides. */
  readonly decisions: Pick<Decisions, 'next'>;
  /** Customers who are not served and may take what is there instead. */
  readonly unserved: Pick<Unserved, 'get' | 'set' | 'delete'>;
  readonly consultEndings: ConsultEndings;
  readonly lastAgents: LastAgents;
  readonly openLimit: OpenLimit;
  readonly proofs: Proofs;
  readonly invitationLimit: InvitationLimit;
  /** Who sends text messages. */
  readonly gateway: SmsGateway;
  /** What went nowhere, as no gateway is configured. */
  readonly sink: Pick<SmsSink, 'messages'>;
  /** Letters that wait, who sends them, and how often customers may ask for one. */
  readonly letters: Letters;
  readonly mailGateway: MailGateway;
  readonly mailLimit: KeyedBuckets;
  /** There are letters to send. */
  wakeLetters(): void;
  /** There are text messages to send. */
  wakeTexts(): void;
  /** The integrator's own routing, asked last. */
  readonly onRoute: OnRoute | undefined;
}

/** The rooms at and below this one. */
export interface WorkRooms extends CallRooms {
  readonly work: WorkPort;
}
