import type { ReactiveControllerHost } from 'lit';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ConnectionController } from './connection-controller.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function follow() {
  let online: boolean | undefined;
  const requestUpdate = vi.fn();
  const host = { addController: () => {}, requestUpdate } as unknown as ReactiveControllerHost;
  const controller = new ConnectionController(host, () => online);
  const newsWhen = (now: boolean | undefined) => {
    online = now;
    controller.hostUpdate();
    return controller.news;
  };
  return { newsWhen, controller, requestUpdate };
}

test('a connection that was lost is said to be, and to be back, for a moment', () => {
  const { newsWhen, controller, requestUpdate } = follow();
  expect([undefined, true, false, false, true, true].map(newsWhen)).toEqual([
    null,
    null,
    'lost',
    'lost',
    'back',
    'back',
  ]);
  vi.runAllTimers();
  expect(controller.news).toBeNull();
  expect(requestUpdate).toHaveBeenCalledOnce();
});

test('one that breaks again meanwhile is lost, and stays so', () => {
  const { newsWhen, controller } = follow();
  expect([true, false, true, false].map(newsWhen)).toEqual([null, 'lost', 'back', 'lost']);
  vi.runAllTimers();
  expect(controller.news).toBe('lost');
});

test('the first opening is nothing to speak of', () => {
  const { newsWhen } = follow();
  expect([false, true].map(newsWhen)).toEqual(['lost', null]);
});
