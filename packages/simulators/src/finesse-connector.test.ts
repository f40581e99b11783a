import {
  Account,
  CceRouter,
  ChangeLedger,
  type Connector,
  chooseReason,
  createConnector,
  createHttp,
  directoryOfUccx,
  type FeedState,
  FinesseCluster,
  FinesseRest,
  type FinesseUser,
  type NetworkOptions,
  UccxAdmin,
  UccxAdminClient,
} from '@eyeline/finesse';
import { afterEach, expect, test } from 'vitest';
import { type Box, startBox } from './box.ts';
import { smallScenario, until } from './testing/small-scenario.ts';

// The connector was written from the same notes, but shares no line with the box. What they do together is tested here.

let box: Box;
const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

async function start(changes: Parameters<typeof smallScenario>[0] = {}) {
  box = await startBox({ scenario: smallScenario(changes) });
  const network: NetworkOptions = { authorities: [box.authority], lookup: box.lookup };
  const http = createHttp(network);
  ends.push(
    () => box.stop(),
    () => http.close(),
  );
  return { network, http };
}

/** The service account listens; an agent's own identity changes the agent, as a gadget would. */
async function connect(changes: Parameters<typeof smallScenario>[0] = {}) {
  const { network, http } = await start(changes);
  const origins = box.addresses.finesse;
  const users: FinesseUser[] = [];
  const states: FeedState[] = [];
  const faults: string[] = [];
  const ledger = new ChangeLedger();
  let requests = 0;
  const newRequestId = () => `r-${++requests}`;
  const connector: Connector = createConnector({
    ...{ origins, http, network, newRequestId },
    account: new Account({ kind: 'password', userId: 'eyeline', password: 'box' }),
    resource: 'eyeline-1',
    services: host => box.addresses.notifications.filter(url => new URL(url).hostname === host),
    isAgent: id => id !== 'eyeline',
    onUser: user => users.push(user),
    onUpdate: update => ledger.take(update),
    onState: state => states.push(state),
    onFault: fault => faults.push(`${fault.code}: ${fault.message}`),
  });
  ends.push(() => connector.stop());
  connector.start();
  await until(() => states.at(-1)?.name === 'live');
  const account = new Account({ kind: 'password', userId: '1001', password: 'box' });
  const cluster = new FinesseCluster({ origins, account, http, network });
  const ada = new FinesseRest({ cluster, ledger, newRequestId, confirmWithinMs: 1_000 });
  return { connector, ada, users, states, faults };
}

test('signs in, and is NOT_READY with a reason that a notification confirms', async () => {
  const { connector, ada, users } = await connect();
  const { user } = await ada.changeVoice('1001', 'sign-in', { extension: '2001' });
  expect(user.state).toBe('not-ready');
  await ada.changeVoice('1001', 'ready');
  const reason = chooseReason(
    await connector.rest.reasonCodes('not-ready'),
    { label: 'Video call' },
    'fin-a.localhost',
  );
  const change = await ada.changeVoice('1001', 'not-ready', { reasonCodeId: reason.id });
  expect(change).toMatchObject({ isPending: false, user: { state: 'not-ready', reasonCodeId: '3' } });
  expect(users.at(-1)).toMatchObject({ id: '1001', state: 'not-ready' });
});

test('is pending during a call', async () => {
  const { ada } = await connect();
  await ada.changeVoice('1001', 'sign-in', { extension: '2001' });
  await ada.changeVoice('1001', 'ready');
  const id = box.call({ user: '1001' });
  const headers = { 'content-type': 'application/json' };
  await fetch(`${box.addresses.page}/box/calls/${id}`, { method: 'POST', headers, body: '{"action":"ANSWER"}' });
  expect(await ada.changeVoice('1001', 'not-ready', { reasonCodeId: '3' })).toMatchObject({
    isPending: true,
    user: { state: 'talking', pendingState: 'not-ready' },
  });
});

test('is not taken when a call comes in between: the team hears of the call, and of no NOT_READY', async () => {
  const { ada, users } = await connect();
  await ada.changeVoice('1001', 'sign-in', { extension: '2001' });
  await ada.changeVoice('1001', 'ready');
  box.order({ type: 'conflicting-call', times: 1 });
  await expect(ada.changeVoice('1001', 'not-ready', { reasonCodeId: '3' })).rejects.toMatchObject({
    code: 'not-confirmed',
  });
  expect(users.at(-1)).toMatchObject({ id: '1001', state: 'reserved' });
});

test('the supervisor’s way has no reason of ours', async () => {
  const { connector, ada } = await connect();
  await ada.changeVoice('1001', 'sign-in', { extension: '2001' });
  await ada.changeVoice('1001', 'ready');
  const { user } = await connector.rest.changeVoice('1001', 'not-ready');
  expect([user.state, user.reason?.code]).toEqual(['not-ready', 33]);
  await expect(connector.rest.changeVoice('1001', 'not-ready', { reasonCodeId: '3' })).rejects.toMatchObject({
    code: 'invalid-input',
  });
});

test('goes on at the other node when one goes down', async () => {
  const { ada, states, users } = await connect();
  await ada.changeVoice('1001', 'sign-in', { extension: '2001' });
  box.order({ type: 'node-down', node: 'A' });
  await until(() => states.at(-1)?.name !== 'live');
  await until(() => states.at(-1)?.name === 'live');
  expect(states.at(-1)).toMatchObject({ service: box.addresses.notifications[1] });
  await ada.changeVoice('1001', 'ready');
  expect(users.at(-1)).toMatchObject({ id: '1001', state: 'ready' });
}, 10_000);

test('is not confirmed when the notification is lost', async () => {
  const { ada } = await connect();
  await ada.changeVoice('1001', 'sign-in', { extension: '2001' });
  box.order({ type: 'notification-lost', times: 2 });
  await expect(ada.changeVoice('1001', 'ready')).rejects.toMatchObject({ code: 'not-confirmed' });
  expect((await ada.user('1001')).state).toBe('ready');
});

test('stops at a wrong password before the account is locked', async () => {
  const { network, http } = await start();
  const account = new Account({ kind: 'password', userId: '1001', password: 'wrong' });
  const cluster = new FinesseCluster({ origins: box.addresses.finesse, account, http, network });
  const ada = new FinesseRest({ cluster, ledger: new ChangeLedger(), newRequestId: () => 'r' });
  for (let attempt = 0; attempt < 8; attempt++) await ada.user('1001').catch(() => undefined);
  expect(account.isStopped).toBe(true);
  account.renew({ kind: 'password', userId: '1001', password: 'box' });
  expect((await ada.user('1001')).firstName).toBe('Ada');
});

test.each(['xml', 'json'] as const)('brings UCCX’s agents and skills, and reskills one, in %s', async format => {
  const { network, http } = await start();
  const account = new Account({ kind: 'password', userId: 'eyeline', password: 'box' });
  const admin = new UccxAdmin(
    new UccxAdminClient({ origin: box.addresses.uccx ?? '', account, http, network, format }),
  );
  const [agent] = await admin.resources();
  expect(agent).toMatchObject({
    id: '1001',
    extension: '2001',
    team: { name: 'Loans' },
    skills: [{ level: 8 }, { level: 7 }],
  });
  const skills = await admin.skills();
  const video = skills.find(({ name }) => name === 'Video');
  if (!video) throw new Error('There is no such skill.');
  await admin.reskill('1001', [{ skill: video, level: 10 }]);
  expect((await admin.resources())[0]?.skills).toEqual([{ skillId: '3', skillName: 'Video', level: 10 }]);
  expect((await admin.calendars())[0]).toMatchObject({ name: 'Office', holidays: [{ date: '2027-01-01' }] });
  const [teams, queues, resources] = [await admin.teams(), await admin.queues(), await admin.resources()];
  const directory = directoryOfUccx({ skills, teams, queues, resources });
  expect(directory.teams).toMatchObject([{ name: 'Loans' }, { name: 'Service' }]);
});

test('asks CCE for an agent, and hears which one it is', async () => {
  const { network, http } = await start({ deployment: 'UCCE' });
  const router = new CceRouter({ origin: box.addresses.ccp ?? '', feed: { id: '101212' }, http, network });
  const task = await router.request({
    interactionId: 'i-42',
    queue: 'VideoRouting',
    customerName: 'Jane',
    title: 'Video',
    description: 'An order',
  });
  expect(await router.status(task)).toMatchObject({ state: 'queued' });
  const account = new Account({ kind: 'password', userId: '1001', password: 'box' });
  const cluster = new FinesseCluster({ origins: box.addresses.finesse, account, http, network });
  const ada = new FinesseRest({ cluster, ledger: new ChangeLedger(), newRequestId: () => 'r', confirmWithinMs: 50 });
  await ada
    .changeMedia('1001', '5001', { command: 'sign-in', maxDialogs: 1, onInterrupt: 'accept', onSignOut: 'close' })
    .catch(() => undefined);
  await ada.changeMedia('1001', '5001', { command: 'ready' }).catch(() => undefined);
  await until(async () => (await router.status(task)).state === 'offered');
  expect(await router.status(task)).toMatchObject({ agentId: '1001' });
  const [dialog] = await ada.taskDialogs('1001');
  expect([dialog?.medium, dialog?.state]).toEqual(['task', 'offered']);
  expect(await router.cancel(task)).toBe(false);
});
