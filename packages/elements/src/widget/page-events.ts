import { type ConversationActor, type CustomerActor, stageOf, unreadOf } from '@eyeline/machines';
import type { Failure } from '@eyeline/protocol';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { callOf } from '../call/call-of.ts';
import { type CallScene, callSceneOf, isInCall } from '../call/call-scene.ts';
import { ActorController } from '../controller/actor-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import type { LauncherHost } from '../launcher/follow-session.ts';
import type { ProactiveHost } from '../proactive/follow-session.ts';
import type { InviteDetail } from '../proactive/proactive.ts';
import { newsOf } from '../reach/news-of.ts';
import type { Reach, ReachHost } from '../reach/reach.ts';
import { type ShownFailure, sentenceOf } from '../sentences/language.ts';
import { conversationOf } from './conversation-of.ts';
import { submitByHand } from './submit-by-hand.ts';
import type { TeaserHost } from './teaser.ts';

/** How a call ended, for the page around the widget. */
export interface CallEndedDetail {
  readonly reason: string;
}

/** What went wrong: a code for the page, a sentence for a person. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
}

/** Which interaction it is about. */
export interface VisitDetail {
  readonly interactionId: string;
}

/** A message that has just come into the conversation, or gone: the only event that says what people have written. */
export interface MessageDetail {
  readonly messageId: string;
  readonly from: 'customer' | 'agent';
  /** Empty where it is a file. */
  readonly text: string;
  readonly at: number;
}

/** How many messages of others the customer has not seen. */
export interface UnreadDetail {
  readonly count: number;
}

declare global {
  interface HTMLElementEventMap {
    'eyeline-ready': CustomEvent<null>;
    'eyeline-opened': CustomEvent<null>;
    'eyeline-closed': CustomEvent<null>;
    'eyeline-queued': CustomEvent<VisitDetail>;
    'eyeline-connected': CustomEvent<VisitDetail>;
    'eyeline-message': CustomEvent<MessageDetail>;
    'eyeline-unread': CustomEvent<UnreadDetail>;
    'eyeline-call-ringing': CustomEvent<null>;
    'eyeline-call-started': CustomEvent<null>;
    'eyeline-call-ended': CustomEvent<CallEndedDetail>;
    'eyeline-ended': CustomEvent<VisitDetail>;
    'eyeline-identity-expired': CustomEvent<ErrorDetail>;
    'eyeline-invite-shown': CustomEvent<InviteDetail>;
    'eyeline-invite-accepted': CustomEvent<InviteDetail>;
    'eyeline-invite-dismissed': CustomEvent<InviteDetail>;
    'eyeline-error': CustomEvent<ErrorDetail>;
  }
}

/** What of a visit the page may hear of. */
interface Known {
  readonly open: boolean;
  readonly isReady: boolean;
  readonly interactionId: string | null;
  readonly stage: 'queued' | 'connected' | 'ended' | null;
  readonly lastSeq: number;
  readonly unread: number;
  readonly scene: CallScene;
  readonly ending: string | null;
  readonly failures: readonly (ShownFailure | null)[];
}

const nothingKnown: Known = {
  open: false,
  isReady: false,
  interactionId: null,
  stage: null,
  lastSeq: 0,
  unread: 0,
  scene: 'none',
  ending: null,
  failures: [],
};

const stages = { waiting: 'queued', talking: 'connected', ended: 'ended' } as const;

/** Whose visit it is. */
interface Session {
  readonly actor: CustomerActor;
  onIdentity?: ((failure: Failure) => void) | undefined;
}

/** The element whose events they are. */
interface Host extends ReactiveControllerHost, ReachHost, LauncherHost, TeaserHost, ProactiveHost {}

/** Tells the page that embeds us what became of a visit: few DOM events, each in the past tense. */
export class PageEvents implements ReactiveController {
  readonly #host: Host;
  readonly #session: () => Session | null;
  readonly #actor: () => CustomerActor | null | undefined;
  #known = nothingKnown;
  #isInCall = false;
  #reach: Reach | undefined;
  #isLoading = false;
  #isTeasing = false;

  constructor(host: Host, session: () => Session | null) {
    this.#host = host;
    this.#session = session;
    const actor = () => session()?.actor;
    this.#actor = actor;
    host.addController(this);
    host.addEventListener('click', submitByHand);
    new ActorController(
      host,
      actor,
      ({ context, value }) => ({ failure: context.failure, stage: JSON.stringify(value) }),
      sameFields,
    );
    const conversation = () => conversationIn(actor());
    new ActorController(
      host,
      conversation,
      ({ context: { failure, call, interaction, seenSeq } }) => ({ failure, call, interaction, seenSeq }),
      sameFields,
    );
    new ActorController(
      host,
      () => callOf(conversation()),
      snapshot => snapshot.context,
    );
    if (host.getAttribute('when-closed') ?? host.dataset['whenClosed'])
      import('../launcher/follow-session.ts').then(it => it.followHours(host, actor), console.error);
    if ('entryPoint' in host.dataset) import('./tag-faults.ts').then(it => it.warnOfTag(host.dataset), console.error);
    if (host.hasAttribute('proactive') || 'proactive' in host.dataset)
      import('../proactive/follow-session.ts').then(it => it.followInvites(host), console.error);
    // Its code comes after the element was drawn: what became so before is told now.
    host.requestUpdate();
  }

  hostUpdated(): void {
    const session = this.#session();
    if (session) session.onIdentity = this.#tellIdentity;
    const before = this.#known;
    const now = this.#look();
    this.#known = now;
    if (now.isReady && !before.isReady) this.#notify('eyeline-ready', null);
    if (now.open !== before.open) this.#notify(now.open ? 'eyeline-opened' : 'eyeline-closed', null);
    this.#tellVisit(before, now);
    if (now.unread !== before.unread) this.#notify('eyeline-unread', { count: now.unread });
    this.#tellCall(before, now);
    this.#reachOut(now);
    if (!this.#isTeasing && (now.unread > 0 || now.scene === 'invited')) {
      this.#isTeasing = true;
      import('./teaser.ts').then(it => it.tease(this.#host), console.error);
    }
    now.failures.forEach((failure, index) => {
      if (failure && failure !== before.failures[index]) {
        this.#notify('eyeline-error', { code: failure.code, message: sentenceOf(failure) });
        // The visitor can do nothing about it, and whoever built the page does not read the panel.
        if (failure.code === 'unknown-entry-point')
          console.error('eyeline: the server has no entry point of this name. Check data-entry-point.');
      }
    });
  }

  hostDisconnected(): void {
    this.#reach?.end();
  }

  /** From when somebody is there who may write: nobody else needs its code. */
  #reachOut({ unread, stage, scene }: Known): void {
    const conversation = conversationIn(this.#actor());
    if (!conversation) this.#reach?.end();
    else if (this.#reach) this.#reach.follow(newsOf(conversation, unread, scene === 'invited'));
    else if ((unread > 0 || stage === 'connected') && !this.#isLoading) {
      this.#isLoading = true;
      import('../reach/start-reach.ts')
        .then(({ startReach }) => {
          this.#reach = startReach(this.#host);
          this.#host.requestUpdate();
        })
        .catch(() => {
          this.#isLoading = false;
        });
    }
  }

  #look(): Known {
    const visit = this.#actor()?.getSnapshot();
    const conversation = conversationIn(this.#actor());
    const context = conversation?.getSnapshot().context;
    const call = callOf(conversation)?.getSnapshot();
    const { open } = this.#host;
    const lastSeq = context?.interaction.lastSeq ?? 0;
    return {
      open,
      isReady:
        visit !== undefined && !['arriving', 'browsing', 'returning'].some(state => visit.matches(state as 'browsing')),
      interactionId: context?.interactionId ?? null,
      // Before its log is there nobody knows.
      stage: context && lastSeq ? stages[stageOf(context.interaction)] : null,
      lastSeq,
      // What comes into a panel that is looked at is seen as soon as it is drawn.
      unread: context && !(open && document.visibilityState === 'visible') ? unreadOf(context).length : 0,
      scene: call ? callSceneOf(call) : 'none',
      ending: call?.context.ending ?? null,
      failures: [visit?.context.failure ?? null, context?.failure ?? null, call?.context.failure ?? null],
    };
  }

  readonly #tellIdentity = (failure: Failure): void => {
    const { code } = failure;
    // The customer can do nothing about it: it is for whoever built the page.
    const detail = { code, message: failure.message };
    this.#notify(code === 'identity-expired' ? 'eyeline-identity-expired' : 'eyeline-error', detail);
  };

  #tellVisit(before: Known, { interactionId, stage, lastSeq }: Known): void {
    if (!interactionId || !stage) return;
    const isOther = interactionId !== before.interactionId;
    if (isOther || stage !== before.stage) this.#notify(`eyeline-${stage}`, { interactionId });
    // What was there when the page came has been told by the page before it.
    if (isOther || !before.lastSeq || lastSeq === before.lastSeq) return;
    const { interaction, participantId } = conversationIn(this.#actor())?.getSnapshot().context ?? {};
    for (const { messageId, participantId: by, text, seq, at } of interaction?.messages ?? [])
      if (seq > before.lastSeq)
        this.#notify('eyeline-message', { messageId, from: by === participantId ? 'customer' : 'agent', text, at });
  }

  #tellCall(before: Known, { scene, ending }: Known): void {
    if (scene === 'invited' && before.scene !== 'invited') this.#notify('eyeline-call-ringing', null);
    if (isInCall(scene) === this.#isInCall) return;
    this.#isInCall = isInCall(scene);
    if (this.#isInCall) this.#notify('eyeline-call-started', null);
    else this.#notify('eyeline-call-ended', { reason: ending ?? 'hung-up' });
  }

  #notify<N extends keyof HTMLElementEventMap & `eyeline-${string}`>(
    name: N,
    detail: HTMLElementEventMap[N] extends CustomEvent<infer D> ? D : never,
  ): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

const conversationIn = (actor: CustomerActor | null | undefined): ConversationActor | undefined =>
  actor ? conversationOf(actor.getSnapshot()) : undefined;
