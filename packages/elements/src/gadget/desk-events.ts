import type { AgentActor, DeskTask } from '@eyeline/machines';
import type { InteractionId } from '@eyeline/protocol';
import type { ReactiveController } from 'lit';
import type { Subscription } from 'xstate';
import { sentenceOf } from '../sentences/language.ts';
import type {} from '../widget/page-events.ts';

const callOf = ({ conversation }: DeskTask) => conversation.getSnapshot().children.call;

/** Tells the page around the desk when a call begins and ends, and what went wrong: the widget's own DOM events. */
export class DeskEvents implements ReactiveController {
  readonly #host: EventTarget;
  readonly #actor: () => AgentActor | null | undefined;
  #subscriptions: readonly Subscription[] = [];
  #followed: readonly DeskTask[] = [];
  #inCall: ReadonlySet<InteractionId> = new Set();
  #failure: unknown = null;

  constructor(host: EventTarget, actor: () => AgentActor | null | undefined) {
    this.#host = host;
    this.#actor = actor;
  }

  hostUpdated(): void {
    const { tasks = [], failure = null } = this.#actor()?.getSnapshot().context ?? {};
    if (failure && failure !== this.#failure)
      this.#notify('eyeline-error', { code: failure.code, message: sentenceOf(failure) });
    this.#failure = failure;
    if (tasks === this.#followed) return;
    this.#follow(tasks);
  }

  hostDisconnected(): void {
    this.#follow([]);
  }

  #follow(tasks: readonly DeskTask[]): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#followed = tasks;
    this.#subscriptions = tasks.flatMap(task => callOf(task)?.subscribe(() => this.#look()) ?? []);
    this.#look();
  }

  #look(): void {
    const before = this.#inCall;
    const live = this.#followed.filter(task => callOf(task)?.getSnapshot().matches({ active: 'live' }));
    this.#inCall = new Set(live.map(task => task.interactionId));
    for (const one of this.#inCall) if (!before.has(one)) this.#notify('eyeline-call-started', null);
    for (const one of before) {
      if (this.#inCall.has(one)) continue;
      const task = this.#followed.find(({ interactionId }) => interactionId === one);
      const ending = task && callOf(task)?.getSnapshot().context.ending;
      this.#notify('eyeline-call-ended', { reason: ending ?? 'hung-up' });
    }
  }

  #notify<N extends 'eyeline-call-started' | 'eyeline-call-ended' | 'eyeline-error'>(
    name: N,
    detail: HTMLElementEventMap[N]['detail'],
  ): void {
    this.#host.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
