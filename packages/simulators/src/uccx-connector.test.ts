import {
  Account,
  ChangeLedger,
  createHttp,
  directoryOfFinesse,
  directoryOfUccx,
  FinesseCluster,
  FinesseRest,
  type NetworkOptions,
  provePassword,
  UccxAdmin,
  UccxAdminClient,
  usualQueue,
} from '@eyeline/finesse';
import { afterEach, describe, expect, test } from 'vitest';
import { type Box, startBox } from './box.ts';
import { ask } from './testing/box-client.ts';
import { smallScenario } from './testing/small-scenario.ts';

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
  const account = new Account({ kind: 'password', userId: 'eyeline', password: 'box' });
  const cluster = new FinesseCluster({ origins: box.addresses.finesse, account, http, network });
  return { network, http, account, cluster };
}

async function open(format: 'xml' | 'json' = 'xml') {
  const { network, http, account } = await start();
  const client = new UccxAdminClient({ origin: box.addresses.uccx ?? '', account, http, network, format });
  return new UccxAdmin(client);
}

const idOf = (address: string) => address.split('/').at(-1) ?? '';

describe.each(['xml', 'json'] as const)('administration in %s', format => {
  test('10.12 a queue by skills is made, changed in one property with the rest as it was, and removed', async () => {
    const admin = await open(format);
    const [, , video] = await admin.skills();
    if (!video) throw new Error('There is no such skill.');
    const pool = { by: 'skills', skills: [{ skill: video, level: 4 }], selection: 'most-skilled' } as const;
    const id = idOf(await admin.createQueue({ ...usualQueue, name: 'Film & more', wrapUpSeconds: 20, pool }));
    const find = async () => (await admin.queues()).find(queue => queue.id === id);
    const made = {
      ...{ id, name: 'Film & more', medium: 'voice', pool: 'skills', selection: 'most-skilled', wrapUpSeconds: 20 },
      skills: [{ skillId: video.id, skillName: 'Video', level: 4 }],
    };
    expect(await find()).toEqual(made);
    await admin.changeQueue(id, { name: 'Film', medium: 'chat', routing: 'interactive' });
    expect(await find()).toEqual({ ...made, name: 'Film', medium: 'chat' });
    await admin.removeQueue(id);
    expect(await find()).toBeUndefined();
  });

  test('10.13 a queue of a resource group is served by that group: for others it is a skill they have not', async () => {
    const admin = await open(format);
    const group = { id: '1', name: 'Default' };
    const agents = [{ id: '1002', name: '1002' }];
    const pool = { by: 'agents', group, agents, selection: 'longest-available' } as const;
    const id = idOf(await admin.createQueue({ ...usualQueue, name: 'Group', pool }));
    const uccx = `${box.addresses.uccx}/adminapi`;
    const { text } = await ask(box, `${uccx}/resource/1001`, { as: 'eyeline:box' });
    const inGroup = `<alias/><resourceGroup name="Default"><refURL>${uccx}/resourceGroup/1</refURL></resourceGroup>`;
    const body = text.replace('<alias/>', inGroup).replace('<alias></alias>', inGroup);
    expect((await ask(box, `${uccx}/resource/1001`, { as: 'eyeline:box', body })).status).toBe(200);
    const directory = directoryOfUccx({
      ...{ skills: await admin.skills(), teams: await admin.teams() },
      ...{ queues: await admin.queues(), resources: await admin.resources() },
    });
    expect(directory.queues.find(queue => queue.id === id)?.skills).toEqual({ 'group-1': 1 });
    expect(directory.skills.at(-1)).toEqual({ id: 'group-1', name: 'Resource group Default' });
    const having = directory.agents.filter(({ skills }) => 'group-1' in skills);
    expect(having.map(agent => agent.id)).toEqual(['1001']);
  });

  test('10.14 a team with its supervisors, in UCCX’s spelling', async () => {
    const admin = await open(format);
    const [sue, other] = [
      { id: '1010', name: '1010' },
      { id: '1011', name: '1011' },
    ];
    const id = idOf(await admin.createTeam({ name: 'New', primarySupervisor: sue, secondarySupervisors: [other] }));
    const find = async () => (await admin.teams()).find(team => team.id === id);
    const made = { id, name: 'New', primarySupervisor: sue, secondarySupervisors: [other] };
    expect(await find()).toEqual(made);
    await admin.changeTeam(id, { name: 'Newer', secondarySupervisors: [] });
    expect(await find()).toEqual({ ...made, name: 'Newer', secondarySupervisors: [] });
    await admin.removeTeam(id);
    expect(await find()).toBeUndefined();
  });

  test('10.15 a calendar with its days and holidays', async () => {
    const admin = await open(format);
    const hours = [
      { day: 'monday', from: '09:00', to: '12:00' },
      { day: 'monday', from: '13:00', to: '17:00' },
      { day: 'sunday', from: '10:00', to: '12:00' },
    ] as const;
    const holidays = [{ name: 'New Year', date: '2027-01-01' }];
    const draft = { name: 'Branch', timeZone: 'Europe/London', kind: 'business-hours', hours, holidays } as const;
    const id = idOf(await admin.createCalendar(draft));
    const find = async () => (await admin.calendars()).find(calendar => calendar.id === id);
    expect(await find()).toEqual({ id, ...draft });
    await admin.changeCalendar(id, { holidays: [] });
    expect(await find()).toEqual({ id, ...draft, holidays: [] });
    await admin.removeCalendar(id);
    expect(await find()).toBeUndefined();
  });

  test('10.16 what UCCX refuses is told in its own words', async () => {
    const admin = await open(format);
    const skill = { id: '77', name: 'Gone' };
    const pool = { by: 'skills', skills: [{ skill, level: 4 }], selection: 'most-skilled' } as const;
    const queue = { ...usualQueue, name: 'Film', pool };
    await expect(admin.createQueue(queue)).rejects.toMatchObject({
      code: 'invalid-input',
      message: expect.stringContaining('[77] is not found'),
    });
    const own = { ...pool, skills: [] };
    await expect(admin.createQueue({ ...queue, pool: own, name: 'Loans' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(admin.createQueue({ ...queue, pool: own, routing: 'non-interactive' })).rejects.toMatchObject({
      message: expect.stringContaining('accountUserId is missing'),
    });
    await expect(admin.changeQueue('99', { name: 'X' })).rejects.toMatchObject({ code: 'not-found' });
    const hours = [{ day: 'monday', from: '12:00', to: '09:00' }] as const;
    await expect(admin.changeCalendar('1', { hours })).rejects.toMatchObject({
      message: expect.stringContaining('endTime must be after'),
    });
    expect(await admin.queues()).toHaveLength(3);
  });
});

describe('a password', () => {
  const prove = async (changes: Parameters<typeof smallScenario>[0], userId: string, password: string) => {
    const { cluster, network } = await start(changes);
    return provePassword({ cluster, network, userId, password });
  };

  test('14.1 is proven by its owner’s own user', async () => {
    await expect(prove({}, '1001', 'box')).resolves.toMatchObject({ id: '1001', firstName: 'Ada' });
  });

  test('14.2 is refused when it is wrong, with one request that counts', async () => {
    const { cluster, network } = await start();
    const wrong = () => provePassword({ cluster, network, userId: '1001', password: 'no' });
    for (let times = 0; times < 4; times++) await expect(wrong()).rejects.toMatchObject({ code: 'credential-refused' });
    await expect(provePassword({ cluster, network, userId: '1001', password: 'box' })).resolves.toBeDefined();
  });

  test('14.3 is not even sent where everybody signs in by single sign-on', async () => {
    const { network } = await start({ signIn: 'SSO', users: tokenUsers() });
    const http = createHttp(network);
    ends.push(() => http.close());
    const account = new Account({ kind: 'token', userId: 'eyeline', token: () => 'token-of-eyeline' });
    const cluster = new FinesseCluster({ origins: box.addresses.finesse, account, http, network });
    const proof = { cluster, network, userId: '1001', password: 'box' };
    await expect(provePassword(proof)).rejects.toMatchObject({ code: 'single-sign-on' });
  });

  test('14.4 is proven at the other node when one is down', async () => {
    const { cluster, network } = await start();
    await cluster.node();
    box.order({ type: 'node-down', node: 'A' });
    const proof = { cluster, network, userId: '1001', password: 'box' };
    await expect(provePassword(proof)).resolves.toMatchObject({ id: '1001' });
  });

  test('14.5 of who was let go is refused', async () => {
    const { cluster, network } = await start();
    box.dismiss('1001');
    const proof = { cluster, network, userId: '1001', password: 'box' };
    await expect(provePassword(proof)).rejects.toMatchObject({ code: 'credential-refused' });
  });
});

function tokenUsers() {
  return smallScenario().users.map(user => (user.id === 'eyeline' ? { ...user, token: 'token-of-eyeline' } : user));
}

test.each([true, false])('11.10 UCCE as a directory, by Finesse itself, with a list of teams: %s', async hasTeams => {
  const { cluster } = await start({ deployment: 'UCCE' });
  if (!hasTeams) box.order({ type: 'http-error', path: '/api/Teams', status: 404 });
  const rest = new FinesseRest({ cluster, ledger: new ChangeLedger(), newRequestId: () => 'r' });
  const teams = await rest.teams().catch(() => []);
  const directory = directoryOfFinesse({ users: await rest.users(), teams });
  expect(directory.teams.map(({ name }) => name).sort()).toEqual(['Loans', 'Service']);
  expect(directory.agents.map(({ id, name, role, teamId }) => [id, name, role, teamId])).toEqual([
    ['1001', 'Ada Park', 'agent', '1'],
    ['1002', 'Ben Sole', 'agent', '2'],
    ['1010', 'Sue Visor', 'supervisor', '1'],
    ['1011', 'Other Visor', 'supervisor', '2'],
  ]);
  expect([directory.skills, directory.queues]).toEqual([[], []]);
});

test('who is given another name or let go is so at Finesse and at UCCX', async () => {
  const admin = await open();
  expect(await admin.resources()).toHaveLength(4);
  const steer = (method: string, path: string, body?: object) =>
    fetch(`${box.addresses.page}${path}`, {
      method,
      ...(body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {}),
    });
  expect((await steer('POST', '/box/users/1001', { lastName: 'Lane' })).status).toBe(200);
  expect((await steer('DELETE', '/box/users/1002')).status).toBe(204);
  expect((await steer('DELETE', '/box/users/1002')).status).toBe(404);
  expect((await admin.resources()).map(({ id, lastName }) => `${id} ${lastName}`)).toEqual([
    ...['1001 Lane', '1010 Visor', '1011 Visor'],
  ]);
  const { xml } = await ask(box, `${box.addresses.finesse[0]}/finesse/api/Users`, { as: 'eyeline:box' });
  expect(xml?.children).toHaveLength(4);
});
