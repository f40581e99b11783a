import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { demoPassword } from '../process/demo.ts';
import { keptSince } from '../testing/kept-since.ts';
import { OpenCentre } from '../testing/open-centre.ts';

/** Spans of this length end when a test says so. */
const timeoutMs = 123_456;
let ends: (() => void)[] = [];

let open: OpenCentre;
beforeAll(async () => {
  const { setTimeout } = globalThis;
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((run: () => void, ms?: number) => {
    if (ms === timeoutMs) ends.push(run);
    return setTimeout(run, ms);
  }) as typeof setTimeout);
  open = await OpenCentre.make({ timeoutMs });
  await open.start();
});
afterAll(async () => {
  vi.restoreAllMocks();
  await open.stop();
});
beforeEach(() => {
  ends = [];
});
const endTimeout = () => ends.at(-1)?.();

const credentials = (username: string) => ({ username, password: demoPassword });
const agentIdOf = (username: string) => open.centre.people.accounts.agentIdOf(username);
const busy = { ok: false, error: { code: 'server-busy' } };
const signIns = () => open.lines.filter(({ msg }) => /signed in\.$/.test(String(msg))).length;

/** Until it is let go, passwords wait. */
function fillHashing() {
  const { hashing } = open.centre.people.signIns;
  let letGo: () => void = () => {};
  const wait = new Promise<void>(resolve => {
    letGo = resolve;
  });
  const held = [1, 2].map(owner => hashing.run(`owner-${owner}`, () => wait));
  return { letGo, held: Promise.all(held), hashing };
}

test('a password is not looked at when the page was told meanwhile that it takes too long, or is gone', async () => {
  const before = signIns();
  const { letGo, held, hashing } = fillHashing();
  const alreadyWaiting = hashing.waiting;
  const [page, leaving] = [open.page(), open.page()];
  const left = leaving.ask('agent.sign-in', credentials('ben'));
  await expect.poll(() => hashing.waiting).toBe(alreadyWaiting + 1);
  open.centre.people.callers.remove(leaving.caller);
  const waiting = page.ask('agent.sign-in', credentials('anna'));
  await expect.poll(() => hashing.waiting).toBe(alreadyWaiting + 2);
  endTimeout();
  expect(await waiting).toMatchObject(busy);
  let begun = 0;
  letGo();
  await hashing.run('last', async () => {
    begun = hashing.waiting;
  });
  await held;
  expect(await left).toMatchObject(busy);
  expect([begun, hashing.running, hashing.waiting, signIns()]).toEqual([0, 0, 0, before]);
  expect(open.centre.people.sessions.all()).toEqual([]);
});

test('a sign-in that was answered as failed, because the store took too long, has no effect when it is stored', async () => {
  const first = open.page();
  const desk = await first.ask('agent.sign-in', credentials('anna'));
  expect(desk).toMatchObject({ ok: true });
  const anna = agentIdOf('anna');
  const session = anna && open.centre.people.sessions.get(anna);
  let letGo: (value: unknown) => void = () => {};
  open.waits = new Promise(resolve => {
    letGo = resolve;
  });
  const second = open.page();
  const waiting = second.ask('agent.sign-in', credentials('anna'));
  // The password was right, and what follows from it is on its way into the store.
  await expect.poll(() => anna && open.centre.people.sessions.get(anna), { timeout: 60_000 }).not.toBe(session);
  endTimeout();
  expect(await waiting).toMatchObject(busy);
  letGo(null);
  await open.centre.interaction.change(() => {});
  await open.centre.interaction.change(() => {});
  expect(first.received).not.toContain('agent.superseded');
  expect([first.caller.identity?.role, second.caller.identity]).toEqual(['agent', null]);
  expect(anna && open.centre.people.sessions.get(anna)).toBe(session);
  expect((await open.store.load(keptSince(0))).sessions).toContainEqual({ agentId: anna, sessionId: session });
  expect(await second.ask('agent.sign-in', credentials('anna'))).toMatchObject({ ok: true });
});
