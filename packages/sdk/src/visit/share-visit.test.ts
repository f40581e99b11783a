import type { CustomerActor } from '@eyeline/machines';
import { afterEach, expect, test, vi } from 'vitest';
import { shareVisit } from './share-visit.ts';
import { createVisitStore } from './visit-store.ts';

const key = 'eyeline.customer.support';

class Entries extends Map<string, string> {
  isFull = false;
  getItem = (name: string) => this.get(name) ?? null;
  setItem = (name: string, value: string) => {
    if (this.isFull) throw new DOMException('', 'QuotaExceededError');
    this.set(name, value);
  };
  removeItem = (name: string) => void this.delete(name);
}

afterEach(() => vi.unstubAllGlobals());

/** What all tabs of a site see, and tabs of it. */
function siteWith(token: string | null = null) {
  const site = new Entries(token === null ? [] : [[key, token]]);
  vi.stubGlobal('localStorage', site);
  const tabWith = (own: string | null = null) => {
    const tab = new Entries(own === null ? [] : [[key, own]]);
    vi.stubGlobal('sessionStorage', tab);
    const store = createVisitStore(key);
    return { tab, store, own: () => tab.getItem(key) };
  };
  return { site, tabWith, token: () => site.getItem(key) };
}

type Stage = 'free' | 'opening' | 'live' | 'ended';

/** The visit of a tab, which is as it is told. */
function visitAt(stage: Stage, token: string | null) {
  const sent: { type: string; token?: string }[] = [];
  let now = { stage, token };
  let tell = (_: unknown) => {};
  const snapshot = () => ({
    context: { token: now.token, opening: now.stage === 'opening' ? {} : null },
    children: {
      conversation:
        now.stage === 'live' || now.stage === 'ended'
          ? { getSnapshot: () => ({ context: { interaction: { lastSeq: 3 } } }) }
          : undefined,
    },
    matches: () => now.stage === 'ended',
  });
  const actor = {
    getSnapshot: snapshot,
    subscribe: (next: typeof tell) => {
      tell = next;
    },
    send: (event: { type: string; token?: string }) => sent.push(event),
  } as unknown as CustomerActor;
  const become = (next: Stage, its: string | null) => {
    now = { stage: next, token: its };
    tell(snapshot());
  };
  return { actor, sent, become };
}

test('a conversation that is opened is that of all tabs; another tab takes it up, and is in it from then on', async () => {
  const { site, tabWith, token } = siteWith();
  const first = tabWith();
  const second = tabWith();
  const other = visitAt('free', null);
  const hear = shareVisit(other.actor, second.store);
  first.store.write('token-1');
  expect([token(), first.own(), first.store.read()]).toEqual(['token-1', '+', 'token-1']);
  hear('token-1');
  expect(other.sent).toEqual([{ type: 'take-up', token: 'token-1' }]);
  other.become('live', 'token-1');
  expect([second.own(), second.store.read()]).toEqual(['+', 'token-1']);
  // It ends: both keep it, whatever the others do then.
  other.become('ended', 'token-1');
  first.store.forget('token-1');
  hear(null);
  expect([site.size, second.own(), second.store.read()]).toEqual([0, 'token-1', 'token-1']);
  expect(other.sent).toHaveLength(1);
});

test('who leaves it in one tab leaves it in all', () => {
  const { tabWith } = siteWith('token-1');
  const tab = tabWith('+');
  const visit = visitAt('live', 'token-1');
  shareVisit(visit.actor, tab.store)(null);
  expect(visit.sent).toEqual([{ type: 'start-over' }]);
});

test('a tab that was not there while it was left has nothing of it after a reload', () => {
  const { tabWith } = siteWith();
  expect(tabWith('+').store.read()).toBeNull();
});

test('what is over and was left behind is not shown to who comes later, and not taken up again', async () => {
  const { tabWith, token } = siteWith('token-1');
  const tab = tabWith();
  const visit = visitAt('free', 'token-1');
  shareVisit(visit.actor, tab.store);
  visit.become('ended', 'token-1');
  expect(visit.sent).toEqual([{ type: 'start-over' }]);
  tab.store.forget('token-1');
  visit.become('free', null);
  await Promise.resolve();
  expect(visit.sent).toHaveLength(1);
  expect([token(), tab.own()]).toEqual([null, null]);
});

test('one that ended while its tab was loaded again is shown there', () => {
  const { tabWith } = siteWith('token-1');
  const tab = tabWith('+');
  const visit = visitAt('free', 'token-1');
  shareVisit(visit.actor, tab.store);
  visit.become('ended', 'token-1');
  expect(visit.sent).toEqual([]);
  expect(tab.own()).toBe('token-1');
});

test('who starts over where another tab has gone on goes on there; it is not taken from the other', async () => {
  const { site, tabWith, token } = siteWith('token-1');
  const tab = tabWith('+');
  const visit = visitAt('live', 'token-1');
  const hear = shareVisit(visit.actor, tab.store);
  visit.become('ended', 'token-1');
  site.setItem(key, 'token-2');
  hear('token-2');
  expect(visit.sent).toEqual([]);
  tab.store.forget('token-1');
  visit.become('free', null);
  await Promise.resolve();
  expect(token()).toBe('token-2');
  expect(visit.sent).toEqual([{ type: 'take-up', token: 'token-2' }]);
});

test('a tab that opens one of its own just now stays with it', () => {
  const { site, tabWith } = siteWith();
  const tab = tabWith();
  const visit = visitAt('opening', null);
  const hear = shareVisit(visit.actor, tab.store);
  site.setItem(key, 'token-2');
  visit.become('opening', 'token-1');
  hear('token-2');
  expect(visit.sent).toEqual([]);
});

test('where the site may keep nothing each tab has its own; a storage of the page’s own is all that is used', () => {
  const { site, tabWith, token } = siteWith();
  site.isFull = true;
  const tab = tabWith();
  tab.store.write('token-1');
  expect([tab.own(), tab.store.read()]).toEqual(['token-1', 'token-1']);
  site.isFull = false;
  const own = new Entries();
  createVisitStore(key, own).write('token-2');
  expect([own.getItem(key), token()]).toEqual(['token-2', null]);
});
