import { InteractionId } from '@eyeline/protocol';
import * as v from 'valibot';
import { expect, test, vi } from 'vitest';
import { Caller } from '../people/caller.ts';
import { Subscriptions } from './subscriptions.ts';

const idOf = (n: number) => v.parse(InteractionId, `interaction-${n}`);
const page = () => new Caller({ address: '', emit: () => {}, burst: 1, perSecond: 1 });

test('a page that goes costs as much as it hears of, however many others there are', () => {
  const subscriptions = new Subscriptions();
  const pages = Array.from({ length: 1_000 }, page);
  const agent = page();
  for (const [n, customer] of pages.entries()) {
    subscriptions.add(idOf(n), customer, 'customer');
    subscriptions.add(idOf(n), agent, 'agent');
  }
  const deletes = vi.spyOn(Map.prototype, 'delete');
  for (const customer of pages) subscriptions.remove(customer);
  expect(deletes.mock.calls.length).toBeLessThan(4 * pages.length);
  deletes.mockRestore();
  expect(subscriptions.has(idOf(0))).toBe(true);
  subscriptions.remove(agent);
  expect(pages.some((_, n) => subscriptions.has(idOf(n)))).toBe(false);
});
