import type { AgentActor } from '@eyeline/machines';
import type { InteractionId } from '@eyeline/protocol';
import type { ReactiveController } from 'lit';
import type { Subscription } from 'xstate';

/** Tells the page around the desk when a call begins and ends. */
export class DeskEvents implements ReactiveController {
  readonly #host: HTMLElement;
  readonly #actor: () => AgentActor | null | undefined;
  #subscriptions: readonly Subscription[] = [];
  #followed: unknown = null;
  #live: ReadonlySet<InteractionId> = new Set();

  constructor(host: HTMLElement, actor: () => AgentActor | null | undefined) {
    this.#host = host;
    this.#actor = actor;
  }

  hostUpdate(): void {
    const tasks = this.#actor()?.getSnapshot().context.tasks ?? [];
    if (tasks === this.#followed) return;
    this.#followed = tasks;
    this.#stop();
    this.#subscriptions = tasks.flatMap(({ conversation }) => {
      const { call } = conversation.getSnapshot().children;
      return call ? [call.subscribe(() => this.#look())] : [];
    });
    this.#look();
  }

  hostDisconnected(): void {
    this.#followed = null;
    this.#stop();
  }

  #stop(): void {
    for (const subscription of this.#subscriptions) subscription.unsubscribe();
    this.#subscriptions = [];
  }

  #look(): void {
    const tasks = this.#actor()?.getSnapshot().context.tasks ?? [];
    const live = new Set(
      tasks.flatMap(({ interactionId, conversation }) =>
        conversation.getSnapshot().children.call?.getSnapshot().matches({ active: 'live' }) ? [interactionId] : [],
      ),
    );
    const before = this.#live;
    this.#live = live;
    for (const interactionId of live) if (!before.has(interactionId)) this.#tell('eyeline-call-started', interactionId);
    for (const interactionId of before) if (!live.has(interactionId)) this.#tell('eyeline-call-ended', interactionId);
  }

  #tell(type: string, interactionId: InteractionId): void {
    this.#host.dispatchEvent(new CustomEvent(type, { bubbles: true, composed: true, detail: { interactionId } }));
  }
}
