import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AgentId, Fact, InteractionId, ParticipantId } from '@eyeline/protocol';
import { emptyRouting, snapshot as snapshotOf } from '@eyeline/routing';
import { type Postgres, startPostgres } from '@eyeline/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keptSince } from '../testing/kept-since.ts';
import { openStore } from './open-store.ts';
import { isRefusedRecord } from './refused-record.ts';
import { snapshotParts } from './snapshot-parts.ts';
import type { Batch, Snapshot, Store } from './store.ts';

const nothing: Batch = {
  facts: [],
  inputs: [],
  commands: [],
  sessions: [],
  interactions: [],
  outside: [],
  invitations: [],
  snapshot: null,
};
const one = 'one' as InteractionId;
const other = 'other' as InteractionId;
const anna = 'anna-id' as AgentId;
const message = (interactionId: InteractionId, seq: number, text = `text ${seq}`): Fact => ({
  type: 'message.sent',
  interactionId,
  seq,
  at: 1_800_000_000_000 + seq,
  participantId: 'p' as ParticipantId,
  messageId: `message-${seq}-0123456789` as never,
  text,
});

/** The same for the embedded store and for a PostgreSQL server. */
describe.each(['PGlite', 'PostgreSQL'])('a store on %s', engine => {
  let directory: string;
  let postgres: Postgres | undefined;
  let store: Store;
  const open = () => openStore(directory, postgres?.url);

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'eyeline-store-test-'));
    if (engine === 'PostgreSQL') postgres = await startPostgres();
    store = await open();
  });
  afterAll(async () => {
    await store.close();
    await postgres?.stop();
    await rm(directory, { recursive: true });
  });

  test('says which it is, and answers', async () => {
    expect(store.engine).toBe(engine);
    await store.check();
  });

  test('a file is as it was kept first, byte for byte, and belongs to its interaction', async () => {
    const content = Uint8Array.from({ length: 100_000 }, (_, n) => n % 256);
    const file = { interactionId: one, fileId: 'file-1', mediaType: 'image/jpeg', at: 1, content };
    await store.addFile(file);
    await store.addFile({ ...file, content: Uint8Array.of(1) });
    const kept = await store.loadFile(one, 'file-1');
    expect(Buffer.from(kept ?? [])).toEqual(Buffer.from(content));
    expect(await store.loadFile(other, 'file-1')).toBeNull();
    await store.removeFile(one, 'file-1');
    expect(await store.loadFile(one, 'file-1')).toBeNull();
  });

  test('conversations of who was proven are found by the customer, the newest first, in pages', async () => {
    const proven = (
      interactionId: typeof one,
      at: number,
      level: 'verified' | 'claimed' = 'verified',
      realm = 'shop',
    ) => ({
      ...{ type: 'participant.identified' as const, interactionId, seq: 1, at, participantId: 'p' as ParticipantId },
      customer: { level, id: 'c-1', realm, details: {}, attributes: {} },
    });
    const ids = Array.from({ length: 5 }, (_, n) => `proven-${n}` as InteractionId);
    const [first = one, second = one, third = one, fourth = one, fifth = one] = ids;
    const facts = [
      ...[proven(first, 10), proven(second, 20), proven(third, 20)],
      ...[proven(fourth, 30, 'claimed'), proven(fifth, 30, 'verified', 'bank')],
    ];
    await store.append({ ...nothing, facts });
    await store.append({ ...nothing, facts: [{ ...proven(first, 40), seq: 2 }] });
    const query = { realm: 'shop', customerId: 'c-1', since: 0, before: undefined, limit: 2 };
    const newest = await store.findConversations(query);
    expect(newest).toEqual([
      { interactionId: third, at: 20 },
      { interactionId: second, at: 20 },
    ]);
    expect(await store.findConversations({ ...query, before: newest[1] })).toEqual([{ interactionId: first, at: 10 }]);
    expect(await store.findConversations({ ...query, since: 21 })).toEqual([]);
    expect(await store.findConversations({ ...query, customerId: 'c-2' })).toEqual([]);
  });

  test('what is outside is as it was kept last, and gone when nothing is left of it', async () => {
    const record = (subject: string, value: unknown) => ({ system: 'finesse.voice', subject, value });
    const batch = (...outside: Batch['outside']) => ({ ...nothing, outside });
    await store.append(batch(record('', { nextToken: 1 }), record('1001', { claim: 1 }), record('1002', { claim: 2 })));
    await store.append(batch(record('1001', { claim: 3 }), record('1001', { claim: 4 }), record('1002', null)));
    // Nobody knows whether it was stored, so it is stored once more.
    await store.append(batch(record('1001', { claim: 3 }), record('1001', { claim: 4 }), record('1002', null)));
    expect(await store.loadOutside()).toEqual([record('', { nextToken: 1 }), record('1001', { claim: 4 })]);
    await store.append(batch(record('', null), record('1001', null)));
    expect(await store.loadOutside()).toEqual([]);
  });

  test('begins empty', async () => {
    expect(await store.load(keptSince(0))).toEqual({
      ...{ snapshot: null, inputs: [], facts: [], commands: [], sessions: [] },
      ...{ lastNumber: 0, unreadable: [], lost: [] },
    });
    expect(await store.loadFacts(one)).toEqual([]);
  });

  test('gives back what it was given, also after it was closed', async () => {
    const text = 'quotes \' " \\ {braces}, NULL, %s $1, line\nbreak, \u{1F600}, \u202E';
    const facts = [message(one, 1, text), message(one, 2), message(other, 1)];
    const inputs = [
      { number: 1, at: 5, input: { type: 'agent.signed-in', agentId: anna } as const },
      { number: 2, at: 6, input: { type: 'clock.ticked' } as const },
    ];
    const command = { scope: 'agent:anna', commandId: 'c-1', name: 'x', at: 50, value: { text, list: [1, null] } };
    await store.append({
      facts,
      inputs,
      commands: [command],
      sessions: [{ agentId: anna, sessionId: 's' }],
      interactions: [
        { interactionId: one, live: true },
        { interactionId: other, live: true },
      ],
      outside: [],
      invitations: [],
      snapshot: null,
    });
    const expected = {
      lastNumber: inputs.length,
      unreadable: [],
      lost: [],
      snapshot: null,
      inputs,
      facts,
      commands: [command],
      sessions: [{ agentId: anna, sessionId: 's' }],
    };
    expect(await store.load(keptSince(50))).toEqual(expected);
    await store.close();
    store = await open();
    expect(await store.load(keptSince(50))).toEqual(expected);
    expect((await store.load(keptSince(51))).commands).toEqual([]);
    expect(await store.loadFacts(one)).toEqual(facts.slice(0, 2));
  });

  test('the same batch again changes nothing', async () => {
    const before = await store.load(keptSince(0));
    const changed = message(one, 2, 'another text');
    await store.append({
      ...nothing,
      facts: [changed, message(one, 3)],
      inputs: before.inputs,
      commands: before.commands,
    });
    const { facts, ...rest } = await store.load(keptSince(0));
    expect(rest).toEqual({ ...before, facts: undefined });
    expect(facts).toEqual([
      message(one, 1, before.facts[0]?.type === 'message.sent' ? before.facts[0].text : ''),
      message(one, 2),
      message(one, 3),
      message(other, 1),
    ]);
  });

  test('a batch is stored as a whole or not at all', async () => {
    const impossible = { ...message(other, 2), at: 1.5 };
    await expect(store.append({ ...nothing, facts: [message(one, 4), impossible] })).rejects.toThrow();
    expect(await store.loadFacts(one)).toHaveLength(3);
    await store.append({ ...nothing, facts: [message(one, 4)] });
    expect(await store.loadFacts(one)).toHaveLength(4);
  });

  test('what it refuses for what is in it is told from a store that fails; bad records are kept aside', async () => {
    for (const text of ['\ud83d', '\0']) {
      const refusal = await store.append({ ...nothing, facts: [message(one, 5, text)] }).catch(error => error);
      expect(isRefusedRecord(refusal)).toBe(true);
    }
    expect(isRefusedRecord(Object.assign(new Error('shutting down'), { code: '57P01' }))).toBe(false);
    expect(isRefusedRecord(new Error('Connection terminated unexpectedly'))).toBe(false);
    await store.setAside({ at: 1, kind: 'refused', subject: 'message.sent', reason: '22P05', content: null });
  });

  test('the last word on an interaction and on a sign-in counts', async () => {
    await store.append({
      ...nothing,
      interactions: [
        { interactionId: other, live: true },
        { interactionId: other, live: false },
      ],
      sessions: [
        { agentId: anna, sessionId: 't' },
        { agentId: anna, sessionId: null },
      ],
    });
    const { facts, sessions } = await store.load(keptSince(0));
    expect(new Set(facts.map(fact => fact.interactionId))).toEqual(new Set([one]));
    expect(sessions).toEqual([{ agentId: anna, sessionId: null }]);
    expect(await store.loadFacts(other)).toHaveLength(1);
  });

  test('a snapshot takes the place of the inputs before it', async () => {
    const append = async ({ number, state }: Snapshot) => {
      for (const part of snapshotParts(number, state)) await store.append({ ...nothing, snapshot: part });
    };
    const snapshot = { number: 2, state: snapshotOf(emptyRouting()) };
    const input = { number: 3, at: 7, input: { type: 'clock.ticked' } as const };
    await append(snapshot);
    await store.append({ ...nothing, inputs: [input] });
    expect(await store.load(keptSince(0))).toMatchObject({ snapshot, inputs: [input] });
    const next = { number: 3, state: snapshotOf(emptyRouting()) };
    await append(next);
    expect(await store.load(keptSince(0))).toMatchObject({ snapshot: next, inputs: [] });
  });

  test('a snapshot counts from its last part on', async () => {
    const before = await store.load(keptSince(0));
    // Longer than a part, and with a character of two halves wherever it is cut.
    const faces = '\u{1F600}'.repeat(40_000);
    const retired = { even: { name: faces }, odd: { name: `x${faces}` } };
    const state = { ...snapshotOf(emptyRouting()), now: 9, retired: retired as never };
    const parts = [...snapshotParts(4, state)];
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts.slice(0, -1)) await store.append({ ...nothing, snapshot: part });
    expect(await store.load(keptSince(0))).toEqual(before);
    const last = parts.at(-1) ?? null;
    await store.append({ ...nothing, snapshot: last });
    await store.append({ ...nothing, snapshot: last });
    expect((await store.load(keptSince(0))).snapshot).toEqual({ number: 4, state });
    expect((await store.loadDecisions(9)).snapshots).toEqual([{ number: 4, state }]);
    await store.forgetDecisions(9);
    expect((await store.load(keptSince(0))).snapshot).toEqual({ number: 4, state });
  });

  test('a thousand rows of all kinds go in one batch', async () => {
    const count = Array.from({ length: 1000 }, (_, index) => index + 1);
    const many = 'many' as InteractionId;
    await store.append({
      ...nothing,
      facts: count.map(seq => message(many, seq)),
      inputs: count.map(n => ({ number: n + 10, at: n, input: { type: 'clock.ticked' } as const })),
      commands: count.map(n => ({ scope: 's', commandId: `${n}`, name: 'x', at: 10, value: n })),
    });
    expect((await store.loadFacts(many)).map(fact => fact.seq)).toEqual(count);
  });

  test('accounts: a user name is taken once, whatever its case', async () => {
    const account = {
      agentId: anna,
      username: 'Anna',
      name: 'Anna Berg',
      role: 'supervisor',
      isDemo: false,
      passwordHash: 'h',
    } as const;
    expect(await store.addAccount(account)).toBe(true);
    expect(await store.addAccount({ ...account, agentId: 'x' as AgentId, username: 'aNNa' })).toBe(false);
    const ownProfile = { ciscoId: null, isDisabled: false };
    expect(await store.findAccount('ANNA')).toEqual({ ...account, username: 'anna', ...ownProfile });
    expect(await store.findAccount('ben')).toBeNull();
    expect([...(await store.loadAccounts())]).toEqual([
      [anna, { username: 'anna', name: 'Anna Berg', role: 'supervisor', isDemo: false, ...ownProfile }],
    ]);
  });

  test('what is changed of an account is changed, and nothing else', async () => {
    const before = await store.findAccount('anna');
    await store.changeAccount(anna, { isDisabled: true, passwordHash: 'other' });
    expect(await store.findAccount('anna')).toEqual({ ...before, isDisabled: true, passwordHash: 'other' });
    await store.changeAccount(anna, { isDisabled: false, passwordHash: 'h' });
    await store.changeAccount(anna, {});
    expect(await store.findAccount('anna')).toEqual(before);
  });

  test('tokens: the newest hundred of an account that are good, until they are revoked', async () => {
    const token = (n: number, agentId = anna) => ({ tokenId: `t-${n}`, agentId, issuedAt: n, expiresAt: n + 1000 });
    for (let n = 1; n <= 105; n += 1) await store.addToken(token(n));
    await store.addToken(token(500, 'other' as AgentId));
    expect((await store.loadTokens(anna, 200)).map(one => one.issuedAt)).toEqual(
      Array.from({ length: 100 }, (_, index) => 105 - index),
    );
    expect((await store.loadTokens(anna, 1100)).map(one => one.tokenId)).toEqual([
      't-105',
      't-104',
      't-103',
      't-102',
      't-101',
    ]);
    expect([await store.hasToken('t-105', anna), await store.hasToken('t-500', anna)]).toEqual([true, false]);
    expect(await store.revokeTokens(anna, 't-500')).toBe(0);
    expect(await store.revokeTokens(anna, 't-105')).toBe(1);
    expect(await store.hasToken('t-105', anna)).toBe(false);
    expect(await store.revokeTokens(anna)).toBe(99);
    expect(await store.hasToken('t-500', 'other' as AgentId)).toBe(true);
  });

  test('keeps what came from Cisco with its accounts, both or nothing', async () => {
    const cisco = {
      skills: [],
      teams: [{ id: '1', name: 'Sales' }],
      queues: [],
      agents: [],
      disabledAgents: [],
      at: 7,
    };
    const bare = { name: 'Ada', role: 'agent', isDisabled: false, isDemo: false, passwordHash: null } as const;
    const ada = { ...bare, agentId: 'ada-id' as AgentId, username: 'ada', ciscoId: 'Ada' };
    expect(await store.loadDirectory()).toBeNull();
    await store.keepDirectory(cisco, [ada]);
    expect(await store.loadDirectory()).toEqual(cisco);
    expect(await store.findAccount('ADA')).toEqual(ada);
    await store.keepDirectory({ ...cisco, at: 8 }, [
      { ...ada, name: 'Ada Lane', role: 'supervisor', isDisabled: true },
    ]);
    const { passwordHash: _, agentId, ...profile } = { ...ada, name: 'Ada Lane', role: 'supervisor', isDisabled: true };
    expect((await store.loadAccounts()).get(agentId)).toEqual(profile);
    // The same user name twice.
    const other = { ...bare, agentId: 'other-id' as AgentId, username: 'ada', ciscoId: 'Other' };
    await expect(store.keepDirectory({ ...cisco, at: 9 }, [other])).rejects.toThrow();
    expect((await store.loadDirectory())?.at).toBe(8);
    await store.close();
    store = await open();
    expect((await store.loadDirectory())?.at).toBe(8);
  });

  test('a secret is made once', async () => {
    expect(await store.secret('tokens', () => 'first')).toBe('first');
    expect(await store.secret('tokens', () => 'second')).toBe('first');
  });

  test('old answers are forgotten', async () => {
    await store.forgetCommands(keptSince(50));
    expect((await store.load(keptSince(0))).commands.map(command => command.commandId)).toEqual(['c-1']);
  });

  test('there is one writer', async () => {
    await expect(open()).rejects.toThrow(/^Another (process|server) .*(--data|another database)\.$/);
    await store.check();
  });
});

test('a database that is not there: one line that says what to do', async () => {
  await expect(openStore('', 'postgres://127.0.0.1:9/nowhere')).rejects.toThrow(
    /^The database of DATABASE_URL cannot be opened \(.*\)\. Check the address and that PostgreSQL runs\.$/,
  );
});
