import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { describe, expect, test } from 'vitest';
import { assign, createActor, setup } from 'xstate';
import { ActorController } from './actor-controller.ts';

const callMachine = setup({ types: { context: {} as { pictures: number; sound: number } } }).createMachine({
  context: { pictures: 0, sound: 0 },
  on: {
    picture: { actions: assign({ pictures: ({ context }) => context.pictures + 1 }) },
    sound: { actions: assign({ sound: ({ context }) => context.sound + 1 }) },
  },
});

/** An element as a controller sees it, put into a document and taken out of it by hand. */
class Host implements ReactiveControllerHost {
  readonly #controllers: ReactiveController[] = [];
  updates = 0;
  readonly updateComplete = Promise.resolve(true);

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {
    this.updates++;
  }

  connect(): void {
    for (const one of this.#controllers) one.hostConnected?.();
  }

  disconnect(): void {
    for (const one of this.#controllers) one.hostDisconnected?.();
  }

  render(): void {
    for (const one of this.#controllers) one.hostUpdate?.();
    this.updates = 0;
  }
}

function follow() {
  const actor = createActor(callMachine).start();
  const host = new Host();
  const controller = new ActorController(
    host,
    () => actor,
    snapshot => snapshot.context.pictures,
  );
  host.connect();
  host.render();
  return { actor, host, controller };
}

describe('ActorController', () => {
  test('renders when the selection has changed, and only then', () => {
    const { actor, host, controller } = follow();
    actor.send({ type: 'sound' });
    expect(host.updates).toBe(0);
    actor.send({ type: 'picture' });
    expect(host.updates).toBe(1);
    expect(controller.value).toBe(1);
  });

  test('an element that is moved in the document neither ends the actor nor misses what came meanwhile', () => {
    const { actor, host, controller } = follow();
    host.disconnect();
    actor.send({ type: 'picture' });
    expect(host.updates).toBe(0);
    host.connect();
    expect(actor.getSnapshot().status).toBe('active');
    expect(host.updates).toBe(1);
    expect(controller.value).toBe(1);
    host.render();
    actor.send({ type: 'picture' });
    expect(controller.value).toBe(2);
    expect(host.updates).toBe(1);
  });

  test('follows another actor when it is given one, and lets the first go', () => {
    const first = createActor(callMachine).start();
    const second = createActor(callMachine).start();
    let followed = first;
    const host = new Host();
    const controller = new ActorController(
      host,
      () => followed,
      snapshot => snapshot.context.pictures,
    );
    host.connect();
    second.send({ type: 'picture' });
    followed = second;
    host.render();
    expect(controller.value).toBe(1);
    first.send({ type: 'picture' });
    expect(host.updates).toBe(0);
  });

  test('has no value while there is no actor', () => {
    const host = new Host();
    const controller = new ActorController(
      host,
      () => null,
      () => 1,
    );
    host.connect();
    host.render();
    expect(controller.value).toBeUndefined();
  });
});
