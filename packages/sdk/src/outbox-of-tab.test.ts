import type { Outbox } from '@eyeline/machines';
import { CommandId, failure, InteractionId, ParticipantId } from '@eyeline/protocol';
import * as v from 'valibot';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { openingOfTab } from './opening-of-tab.ts';
import { outboxOfTab } from './outbox-of-tab.ts';
import { createTabStore, type SessionStorage } from './tab-store.ts';

const owner = { interactionId: v.parse(InteractionId, 'i-1'), participantId: v.parse(ParticipantId, 'p-1') };
const commandId = v.parse(CommandId, '0123456789abcdef');
const entry = {
  command: { type: 'message.send', commandId, interactionId: owner.interactionId, text: 'Hello' },
  isAsked: false,
  failure: null,
} as const;

class TabStorage implements SessionStorage {
  readonly entries = new Map<string, string>();
  isFull = false;
  getItem = (key: string) => this.entries.get(key) ?? null;
  setItem = (key: string, value: string) => {
    if (this.isFull) throw new DOMException('', 'QuotaExceededError');
    this.entries.set(key, value);
  };
  removeItem = (key: string) => void this.entries.delete(key);
}
const open = (storage: SessionStorage | null) => outboxOfTab(createTabStore('key', storage));

afterEach(() => void vi.unstubAllGlobals());

describe('what is unsent', () => {
  test('is read by the next page, each participant their own, and nothing stays when all is sent', () => {
    const storage = new TabStorage();
    const outbox: Outbox = [entry, { ...entry, failure: failure('message-too-long') }];
    open(storage).write(owner, outbox);
    expect(open(storage).read(owner)).toEqual(outbox);
    expect(open(storage).read({ ...owner, participantId: v.parse(ParticipantId, 'p-2') })).toEqual([]);
    open(storage).write(owner, []);
    expect(storage.entries.size).toBe(0);
  });

  test('does not take what cannot be read for a reason to lose the rest', () => {
    const storage = new TabStorage();
    const others = [
      null,
      {},
      { ...entry, command: { ...entry.command, text: 7 } },
      { ...entry, command: { type: 'toString' } },
    ];
    storage.setItem('key', JSON.stringify({ 'i-1 p-1': [...others, entry] }));
    expect(open(storage).read(owner)).toEqual([entry]);
    for (const text of ['', 'no JSON', '[]', '7', '{"i-1 p-1":7}']) {
      storage.setItem('key', text);
      expect(open(storage).read(owner)).toEqual([]);
    }
  });

  test.each([
    ['full', Object.assign(new TabStorage(), { isFull: true })],
    ['not there', null],
  ])('is warned of on leaving where the storage is %s, and only while there is something', (_how, storage) => {
    const listening = new Set<unknown>();
    vi.stubGlobal('addEventListener', (_type: string, listener: unknown) => listening.add(listener));
    vi.stubGlobal('removeEventListener', (_type: string, listener: unknown) => listening.delete(listener));
    const outboxes = open(storage);
    expect(listening.size).toBe(0);
    outboxes.write(owner, [entry]);
    const [ask] = listening as Set<(event: Event) => void>;
    const leaving = new Event('beforeunload', { cancelable: true });
    ask?.(leaving);
    expect(leaving.defaultPrevented).toBe(true);
    outboxes.write(owner, []);
    expect(listening.size).toBe(0);
  });
});

test('a form without an answer is sent again by the next page, not by one that comes back much later', () => {
  const opening = {
    type: 'interaction.open',
    commandId,
    entryPointId: 'support' as never,
    form: { name: 'Ada' },
    domain: 'chat',
  } as const;
  const store = createTabStore('key', new TabStorage());
  openingOfTab(store, () => 0).write(opening);
  expect(openingOfTab(store, () => 60_000).read()).toEqual(opening);
  expect(openingOfTab(store, () => 3_600_000).read()).toBeNull();
  openingOfTab(store).write(null);
  expect(openingOfTab(store, () => 0).read()).toBeNull();
});
