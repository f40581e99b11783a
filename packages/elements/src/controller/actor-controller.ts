import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Subscription } from 'xstate';

/** What is needed of an actor to follow it. */
export interface Followable<S> {
  getSnapshot(): S;
  subscribe(next: (snapshot: S) => void): Subscription;
}

/**
 * Follows an actor for an element and asks for a new rendering only when the selection has changed. It never starts or
 * stops the actor: moving the element in the document must not end a call. `actor` is asked before every rendering, so
 * it may come late, change, or be gone.
 */
export class ActorController<S, T> implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #actor: () => Followable<S> | null | undefined;
  readonly #select: (snapshot: S) => T;
  readonly #isSame: (one: T, other: T) => boolean;
  #followed: Followable<S> | undefined;
  #subscription: Subscription | undefined;
  #value: T | undefined;

  constructor(
    host: ReactiveControllerHost,
    actor: () => Followable<S> | null | undefined,
    select: (snapshot: S) => T,
    isSame: (one: T, other: T) => boolean = Object.is,
  ) {
    this.#host = host;
    this.#actor = actor;
    this.#select = select;
    this.#isSame = isSame;
    host.addController(this);
  }

  /** The selection from the actor's last snapshot; undefined while there is no actor. */
  get value(): T | undefined {
    return this.#value;
  }

  hostConnected(): void {
    this.#follow();
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    this.#follow();
  }

  hostDisconnected(): void {
    this.#subscription?.unsubscribe();
    this.#subscription = undefined;
    this.#followed = undefined;
  }

  #follow(): void {
    const actor = this.#actor() ?? undefined;
    if (actor === this.#followed) return;
    this.#subscription?.unsubscribe();
    this.#followed = actor;
    this.#value = actor && this.#select(actor.getSnapshot());
    this.#subscription = actor?.subscribe(snapshot => {
      const value = this.#select(snapshot);
      if (this.#value !== undefined && this.#isSame(this.#value, value)) return;
      this.#value = value;
      this.#host.requestUpdate();
    });
  }
}
