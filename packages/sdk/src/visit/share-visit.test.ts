import type { CustomerActor } from '@eyeline/machines';
import { expect, test } from 'vitest';
import type { TabStore } from '../tab-store.ts';
import { shareVisit } from './share-visit.ts';

function storeWith(text: string | null): TabStore {
  let kept = text;
  return {
    read: () => kept,
    write: next => {
      kept = next;
      return true;
    },
  };
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
          ? { getSnapshot: () => ({ context: { interaction: { lastSeq: 3, closed: now.stage === 'ended' } } }) }
          : undefined,
    },
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

/** A tab, what it and all tabs of the site keep, and what it hears of them. */
function tabWith(stage: Stage, own: string | null, ofSite: string | null) {
  const tab = storeWith(own);
  const site = storeWith(ofSite);
  const visit = visitAt(stage, stage === 'live' ? ofSite : null);
  return { ...visit, tab, site, hear: shareVisit(visit.actor, tab, site) };
}

test('what another tab has opened is taken up; from then on this tab is in it, and keeps it when it has ended', () => {
  const { site, tab, sent, become, hear } = tabWith('free', null, null);
  site.write('token-1');
  hear('token-1');
  expect(sent).toEqual([{ type: 'take-up', token: 'token-1' }]);
  become('live', 'token-1');
  expect(tab.read()).toBe('+');
  become('ended', 'token-1');
  site.write(null);
  hear(null);
  expect(tab.read()).toBe('token-1');
  expect(sent).toHaveLength(1);
});

test('who leaves it in one tab leaves it in all', () => {
  const { sent, hear } = tabWith('live', '+', 'token-1');
  hear(null);
  expect(sent).toEqual([{ type: 'start-over' }]);
});

test('what is over and was left behind is not shown to who comes later, and not taken up again', async () => {
  const { site, tab, sent, become } = tabWith('free', null, 'token-1');
  await Promise.resolve();
  expect(sent.splice(0)).toEqual([{ type: 'take-up', token: 'token-1' }]);
  become('ended', 'token-1');
  expect(sent).toEqual([{ type: 'start-over' }]);
  site.write(null);
  become('free', null);
  await Promise.resolve();
  expect(sent).toHaveLength(1);
  expect(tab.read()).toBeNull();
});

test('one that ended while its tab was loaded again is shown there', () => {
  const { tab, sent, become } = tabWith('live', '+', 'token-1');
  become('ended', 'token-1');
  expect(sent).toEqual([]);
  expect(tab.read()).toBe('token-1');
});

test('who starts over where another tab has gone on goes on there', async () => {
  const { site, tab, sent, become, hear } = tabWith('live', '+', 'token-1');
  become('ended', 'token-1');
  site.write('token-2');
  hear('token-2');
  expect(sent).toEqual([]);
  tab.write(null);
  become('free', null);
  await Promise.resolve();
  expect(sent).toEqual([{ type: 'take-up', token: 'token-2' }]);
});

test('a tab that opens one of its own just now stays with it', () => {
  const { site, sent, hear } = tabWith('opening', null, null);
  site.write('token-2');
  hear('token-2');
  expect(sent).toEqual([]);
});
