import type { CustomerActor } from '@eyeline/machines';
import { expect, test, vi } from 'vitest';
import { followSite } from './site-visit.ts';

/** A session as far as it is followed: what it is told, and how it stands. */
function startSession(token: string) {
  const heard: ((snapshot: object) => void)[] = [];
  const sent: object[] = [];
  const actor = {
    getSnapshot: () => ({ children: {}, context: { token } }),
    subscribe: ({ next }: { next: () => void }) => heard.push(next),
    send: (event: object) => sent.push(event),
  };
  const stand = (interaction: object) => {
    const conversation = { getSnapshot: () => ({ context: { interaction } }) };
    for (const one of heard) one({ children: { conversation }, context: { token } });
  };
  const own: string[] = [];
  followSite(actor as unknown as CustomerActor, 'key', token, text => own.push(text));
  return { stand, sent, own };
}

test('a conversation of another tab becomes one of this tab once it turns out to be open, and stays it when it ends', () => {
  const { stand, sent, own } = startSession('theirs');
  stand({ lastSeq: 0, closed: null });
  expect(own).toEqual([]);
  stand({ lastSeq: 3, closed: null });
  stand({ lastSeq: 4, closed: {} });
  expect(own).toEqual(['theirs']);
  expect(sent).toEqual([]);
});

test('one that is over is not shown to who was not there', () => {
  const { stand, sent, own } = startSession('theirs');
  stand({ lastSeq: 4, closed: {} });
  expect(sent).toEqual([{ type: 'start-over' }]);
  expect(own).toEqual([]);
});

test('what another tab begins meanwhile is taken up', () => {
  let tell: (event: object) => void = () => {};
  vi.stubGlobal('addEventListener', (_: string, listener: typeof tell) => {
    tell = listener;
  });
  const { sent } = startSession('');
  tell({ key: 'other', newValue: 'token-2' });
  tell({ key: 'key', newValue: null });
  expect(sent).toEqual([]);
  tell({ key: 'key', newValue: 'token-2' });
  expect(sent).toEqual([{ type: 'take-up', token: 'token-2' }]);
  vi.unstubAllGlobals();
});
