import type { AgentActor, DeskTask } from '@eyeline/machines';
import type { InteractionId } from '@eyeline/protocol';
import type { ReactiveController } from 'lit';
import { callOf } from '../call/call-of.ts';
import { callSceneOf, isInCall } from '../call/call-scene.ts';
import { sentenceOf } from '../sentences/language.ts';
import type {} from '../widget/page-events.ts';

/** Tells the page around the desk when a call begins and ends, and what went wrong: the widget's own DOM events. */
export class DeskEvents implements ReactiveController {
  readonly #host: EventTarget;
  readonly #actor: () => AgentActor | null | undefined;
  #unfollow: readonly (() => void)[] = [];
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
    for (const unfollow of this.#unfollow) unfollow();
    this.#followed = tasks;
    this.#unfollow = tasks.map(task => followCall(task, () => this.#look()));
    this.#look();
  }

  #look(): void {
    const before = this.#inCall;
    const live = this.#followed.filter(task => isCalling(task));
    this.#inCall = new Set(live.map(task => task.interactionId));
    for (const one of this.#inCall) if (!before.has(one)) this.#notify('eyeline-call-started', null);
    for (const one of before) {
      if (this.#inCall.has(one)) continue;
      const task = this.#followed.find(({ interactionId }) => interactionId === one);
      const ending = callOf(task?.conversation)?.getSnapshot().context.ending;
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

const isCalling = ({ conversation }: DeskTask): boolean => {
  const call = callOf(conversation)?.getSnapshot();
  return call !== undefined && isInCall(callSceneOf(call));
};

/** Follows the call of a task from the moment its code is there; gives back what ends that. */
export function followCall({ conversation }: DeskTask, look: () => void): () => void {
  let followed = callOf(conversation)?.subscribe(look);
  const arrival = conversation.subscribe(() => {
    followed ??= callOf(conversation)?.subscribe(look);
  });
  return () => {
    arrival.unsubscribe();
    followed?.unsubscribe();
  };
}
