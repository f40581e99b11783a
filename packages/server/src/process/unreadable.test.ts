import type { AgentId, Fact } from '@eyeline/protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Batch } from '../store/store.ts';
import { OpenCentre } from '../testing/open-centre.ts';
import { demoPassword } from './demo.ts';

let open: OpenCentre;
beforeAll(async () => {
  open = await OpenCentre.make({ timeoutMs: 600_000 });
  await open.start();
});
afterAll(() => open.stop());

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
const states = () => [...open.centre.work.state.tasks.values()].map(({ state }) => state);

test('one stored record that cannot be read does not prevent the start: it is set aside, and all others are there', async () => {
  const [zoe, yan] = [await open.customer('Zoe'), await open.customer('Yan')];
  await yan.send('hello');
  const { token } = zoe;
  const bad = { type: 'no.such', interactionId: zoe.interactionId, seq: 3, at: 1 } as unknown as Fact;
  await open.store.append({ ...nothing, facts: [bad] });
  await open.start();
  expect(open.centre.setAside.count('unreadable')).toBe(1);
  expect(open.centre.interaction.logs.get(zoe.interactionId)).toBeUndefined();
  expect(open.centre.interaction.logs.get(yan.interactionId)?.firstText).toBe('hello');
  // Nobody is offered what nobody can serve.
  expect(states()).toEqual(['queued']);
  expect(await open.page().ask('customer.resume', { token })).toMatchObject({ error: { code: 'token-invalid' } });
  expect(await open.customer('Xia')).toBeDefined();
  await open.start();
  expect(open.centre.setAside.count('unreadable')).toBe(0);
});

test('an account whose id is none does not prevent the start: it may do nothing, and all others sign in', async () => {
  const account = { username: 'odd', name: 'Odd', role: 'agent', passwordHash: 'none', isDemo: false } as const;
  await open.store.addAccount({ ...account, agentId: '' as AgentId });
  await open.start();
  expect(open.centre.setAside.count('unreadable')).toBe(1);
  expect([...open.centre.people.accounts.values()].map(({ username }) => username).sort()).toEqual([
    'anna',
    'ben',
    'sue',
  ]);
  const signIn = (username: string) => open.page().ask('agent.sign-in', { username, password: demoPassword });
  expect(await signIn('odd')).toMatchObject({ ok: false, error: { code: 'wrong-credentials' } });
  expect(await signIn('anna')).toMatchObject({ ok: true });
});

test('decisions that cannot be gone through again do not prevent the start: who waited waits again', async () => {
  const { number } = open.centre.work.routing;
  const before = states();
  const input = { type: 'configuration.changed', configuration: null } as never;
  await open.store.append({ ...nothing, inputs: [{ number: number + 1, at: 1, input }] });
  await open.start();
  expect(states()).toEqual(before);
  expect(open.centre.work.routing.number).toBeGreaterThan(number + 1);
  // From here on it is readable again.
  const after = open.centre.work.routing.number;
  await open.start();
  expect(states()).toEqual(before);
  expect(open.centre.work.routing.number).toBeGreaterThan(after);
});
