import type { ConversationActor, CustomerActor } from '@eyeline/machines';
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { callOf } from '../call/call-of.ts';
import { type CallScene, callSceneOf, isInCall } from '../call/call-scene.ts';
import { ActorController } from '../controller/actor-controller.ts';
import { sameFields } from '../controller/same-fields.ts';
import { type ShownFailure, sentenceOf } from '../sentences/language.ts';
import { conversationOf } from './conversation-of.ts';

/** How a call ended, for the page around the widget. */
export interface CallEndedDetail {
  readonly reason: string;
}

/** What went wrong: a code for the page, a sentence for a person. */
export interface ErrorDetail {
  readonly code: string;
  readonly message: string;
}

declare global {
  interface HTMLElementEventMap {
    'eyeline-call-started': CustomEvent<null>;
    'eyeline-call-ended': CustomEvent<CallEndedDetail>;
    'eyeline-error': CustomEvent<ErrorDetail>;
  }
}

interface Known {
  readonly scene: CallScene;
  readonly ending: string | null;
  readonly failures: readonly (ShownFailure | null)[];
}

const nothingKnown: Known = { scene: 'none', ending: null, failures: [] };

/** Tells the page that embeds us what became of a visit: few DOM events, each in the past tense. */
export class PageEvents implements ReactiveController {
  readonly #host: ReactiveControllerHost & EventTarget;
  readonly #actor: () => CustomerActor | null | undefined;
  #known = nothingKnown;
  #isInCall = false;

  constructor(host: ReactiveControllerHost & EventTarget, actor: () => CustomerActor | null | undefined) {
    this.#host = host;
    this.#actor = actor;
    host.addController(this);
    new ActorController(host, actor, snapshot => snapshot.context.failure);
    const conversation = () => conversationIn(actor());
    new ActorController(
      host,
      conversation,
      ({ context }) => ({ failure: context.failure, call: context.call }),
      sameFields,
    );
    new ActorController(
      host,
      () => callOf(conversation()),
      snapshot => snapshot.context,
    );
  }

  hostUpdated(): void {
    const before = this.#known;
    const conversation = conversationIn(this.#actor());
    const call = callOf(conversation)?.getSnapshot();
    this.#known = {
      scene: call ? callSceneOf(call) : 'none',
      ending: call?.context.ending ?? null,
      failures: [
        this.#actor()?.getSnapshot().context.failure ?? null,
        conversation?.getSnapshot().context.failure ?? null,
        call?.context.failure ?? null,
      ],
    };
    if (isInCall(this.#known.scene) && !this.#isInCall) {
      this.#isInCall = true;
      this.#notify('eyeline-call-started', null);
    } else if (this.#isInCall && !isInCall(this.#known.scene)) {
      this.#isInCall = false;
      this.#notify('eyeline-call-ended', { reason: this.#known.ending ?? 'hung-up' });
    }
    this.#known.failures.forEach((failure, index) => {
      if (failure && failure !== before.failures[index]) {
        this.#notify('eyeline-error', { code: failure.code, message: sentenceOf(failure) });
        // The visitor can do nothing about it, and whoever built the page does not read the panel.
        if (failure.code === 'unknown-entry-point')
          console.error('eyeline: the server has no entry point of this name. Check data-entry-point.');
      }
    });
  }

  #notify<N extends 'eyeline-call-started' | 'eyeline-call-ended' | 'eyeline-error'>(
    name: N,
    detail: HTMLElementEventMap[N]['detail'],
  ): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}

const conversationIn = (actor: CustomerActor | null | undefined): ConversationActor | undefined =>
  actor ? conversationOf(actor.getSnapshot()) : undefined;
