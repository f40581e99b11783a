import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SessionLife } from './session-life.ts';

class Session {
  closed = 0;
  next: Session | null = null;
  close() {
    this.closed++;
  }
  again(): this {
    this.next = new Session();
    return this.next as this;
  }
}

/** An element as its controllers see it. */
class Host implements ReactiveControllerHost {
  session: Session | null = null;
  readonly updateComplete = Promise.resolve(true);
  readonly #controllers: ReactiveController[] = [];

  addController(controller: ReactiveController): void {
    this.#controllers.push(controller);
  }

  removeController(): void {}

  requestUpdate(): void {}

  connect(): void {
    for (const one of this.#controllers) one.hostConnected?.();
    this.render();
  }

  disconnect(): void {
    for (const one of this.#controllers) one.hostDisconnected?.();
  }

  render(): void {
    for (const one of this.#controllers) one.hostUpdate?.();
  }
}

function show() {
  const host = new Host();
  const life = new SessionLife<Session>(host);
  const session = new Session();
  host.session = session;
  host.connect();
  return { host, life, session };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('an element that is taken away and not put back ends its session', () => {
  const { host, session } = show();
  host.disconnect();
  expect(session.closed).toBe(0);
  vi.runAllTimers();
  expect(session.closed).toBe(1);
});

test('an element that is moved keeps it, however often', () => {
  const { host, session } = show();
  for (let moves = 0; moves < 5; moves++) {
    host.disconnect();
    host.connect();
  }
  vi.runAllTimers();
  expect(session.closed).toBe(0);
  expect(host.session).toBe(session);
});

test('an element that comes back later takes the visit up again, once', () => {
  const { host, session } = show();
  host.disconnect();
  vi.runAllTimers();
  host.connect();
  expect(host.session).toBe(session.next);
  expect(host.session).not.toBeNull();
  host.disconnect();
  host.connect();
  vi.runAllTimers();
  expect(host.session).toBe(session.next);
  expect([session.closed, session.next?.closed]).toEqual([1, 0]);
});

test('a session that is replaced is closed', () => {
  const { host, session } = show();
  const other = new Session();
  host.session = other;
  host.render();
  expect([session.closed, other.closed]).toEqual([1, 0]);
});

test('what is destroyed is over at once, once, and can be given another session', () => {
  const { host, life, session } = show();
  host.disconnect();
  life.end();
  vi.runAllTimers();
  expect(session.closed).toBe(1);
  expect(host.session).toBeNull();
  host.connect();
  expect(host.session).toBeNull();
  const other = new Session();
  host.session = other;
  host.render();
  host.disconnect();
  vi.runAllTimers();
  expect(other.closed).toBe(1);
});
