import type { OnRoute, RoutingState } from '@eyeline/routing';
import { KeyedBuckets } from '../people/limits/keyed-buckets.ts';
import type { SmsConfig } from '../settings/invitations-config.ts';
import type { Limits } from '../settings/limits.ts';
import type { MailConfig } from '../settings/messages/mail-config.ts';
import type { FaultLog } from '../settings/pace/fault-log.ts';
import { readSecret } from '../settings/read-secret.ts';
import { ConsultEndings } from './consult/consult-endings.ts';
import { Decisions } from './effects/decisions.ts';
import { Unserved } from './fallback/unserved.ts';
import { InvitationLimit } from './invitations/invitation-limit.ts';
import { Letters } from './mails/letters.ts';
import type { MailGateway } from './mails/mail-gateway.ts';
import { Smtp } from './mails/smtp.ts';
import { LastAgents } from './request/last-agents.ts';
import { OpenLimit } from './request/open-limit.ts';
import type { Proofs } from './request/proofs.ts';
import { RoutingLeader } from './routing-leader.ts';
import type { SmsGateway } from './texts/sms-gateway.ts';
import { SmsSink } from './texts/sms-sink.ts';
import { TwilioGateway } from './texts/twilio.ts';
import type { WorkPort } from './work-port.ts';

interface WorkOptions {
  readonly limits: Limits;
  readonly proofs: Proofs;
  readonly sms: SmsConfig | undefined;
  readonly mail: MailConfig | undefined;
  /** Where letters lie that go nowhere. */
  readonly mailSink: MailGateway;
  /** ms since the epoch. */
  readonly now: () => number;
  readonly onRoute: OnRoute | undefined;
  /** Something is due by the clock. Rejects when it cannot be decided. */
  readonly onDeadline: () => Promise<void>;
  /** What is due and cannot be decided. */
  readonly undecided: FaultLog;
}

/** Who serves whom: routing, and what stands around it in memory. */
export class Work implements WorkPort {
  readonly routing: RoutingLeader;
  readonly decisions = new Decisions();
  readonly unserved = new Unserved();
  readonly consultEndings = new ConsultEndings();
  readonly lastAgents = new LastAgents();
  readonly openLimit: OpenLimit;
  readonly onRoute: OnRoute | undefined;
  readonly undecided: FaultLog;
  readonly invitationLimit: InvitationLimit;
  readonly sink: SmsSink;
  readonly letters = new Letters();
  readonly mailLimit: KeyedBuckets;
  /** What is done when there are letters to send. */
  onLetters = () => {};
  /** What is done when there are text messages to send. */
  onTexts = () => {};
  readonly #mailSink: MailGateway;
  #gateway: SmsGateway;
  #mailGateway: MailGateway;
  #proofs: Proofs;

  /** @throws StartupError where a secret is missing */
  constructor({ limits, proofs, sms, mail, mailSink, now, onRoute, onDeadline, undecided }: WorkOptions) {
    this.undecided = undecided;
    this.routing = new RoutingLeader({
      onDeadline,
      onFault: error => undecided.fault(error),
      onWell: () => undecided.well(),
    });
    this.openLimit = new OpenLimit(limits);
    this.onRoute = onRoute;
    this.#proofs = proofs;
    this.invitationLimit = new InvitationLimit(limits);
    this.sink = new SmsSink(now);
    this.#gateway = this.gatewayFor(sms);
    this.mailLimit = new KeyedBuckets({ burst: limits.letterBurst, perMinute: limits.lettersPerMinute });
    this.#mailSink = mailSink;
    this.#mailGateway = this.mailGatewayFor(mail);
  }

  get state(): RoutingState {
    return this.routing.state;
  }

  get proofs(): Proofs {
    return this.#proofs;
  }

  get gateway(): SmsGateway {
    return this.#gateway;
  }

  get mailGateway(): MailGateway {
    return this.#mailGateway;
  }

  wakeLetters(): void {
    this.onLetters();
  }

  wakeTexts(): void {
    this.onTexts();
  }

  /** @throws StartupError where its secret is missing */
  gatewayFor(sms: SmsConfig | undefined): SmsGateway {
    return sms ? new TwilioGateway(sms, readSecret(sms.authToken, 'sms.authToken')) : this.sink;
  }

  /** @throws StartupError where its password is missing */
  mailGatewayFor(mail: MailConfig | undefined): MailGateway {
    if (mail?.host === undefined) return this.#mailSink;
    const { host, password } = mail;
    return new Smtp({ ...mail, host }, password && readSecret(password, 'mail.password'));
  }

  /** Another one counts from now on. Answers with what undoes it. */
  replaceMailGateway(gateway: MailGateway): () => void {
    const before = this.#mailGateway;
    this.#mailGateway = gateway;
    return () => {
      this.#mailGateway = before;
    };
  }

  /** Another one counts from now on. Answers with what undoes it. */
  replaceGateway(gateway: SmsGateway): () => void {
    const before = this.#gateway;
    this.#gateway = gateway;
    return () => {
      this.#gateway = before;
    };
  }

  /** Those of another configuration count from now on. Answers with what undoes it. */
  replaceProofs(proofs: Proofs): () => void {
    const before = this.#proofs;
    this.#proofs = proofs;
    return () => {
      this.#proofs = before;
    };
  }
}
