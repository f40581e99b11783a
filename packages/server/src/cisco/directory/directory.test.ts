import { readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { ApiClient } from '../../testing/api-client.ts';
import { emptyDataDirectory } from '../../testing/empty-store.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { TestServer } from '../../testing/test-server.ts';

type Changes = Partial<ConfigInput> & { readonly format?: 'xml' | 'json' };
type BoxChanges = Parameters<typeof FinesseBox.start>[0];

let finesse: FinesseBox;
let server: TestServer | undefined;
// The first one makes what the others copy.
beforeAll(async () => rm(await emptyDataDirectory(), { recursive: true }));
afterEach(async () => {
  await server?.stop();
  server = undefined;
  await finesse?.stop();
});

/** Only Loans does video; what the box has of queues becomes queues. */
function config({ format = 'xml', ...changes }: Changes = {}): Partial<ConfigInput> {
  const { uccx } = finesse.box.addresses;
  return {
    entryPoints: [{ entryPointId: 'support', title: 'Support', queue: 'csq-3' }],
    routing: { policy: { voiceRetryMs: 200 }, defaultQueue: 'own', queues: { own: { name: 'Own' } } },
    finesse: finesse.config({ agents: {} }),
    directory: {
      ...(uccx ? { uccx: { origin: uccx, format } } : { finesse: {} }),
      everyMs: 0,
      agents: { domains: { chat: 2 } },
      teams: { Loans: { domains: { chat: 1, video: 1 } } },
    },
    ...changes,
  };
}

async function start(changes: Changes = {}, box: BoxChanges = {}, dataDirectory?: string) {
  if (!dataDirectory) finesse = await FinesseBox.start(box);
  const { lookup } = finesse.box;
  server = await TestServer.start(config(changes), { lookup, ...(dataDirectory ? { dataDirectory } : {}) });
  const api = new ApiClient(server.url);
  await api.signIn();
  const synchronise = (dryRun = false) => api.ask('POST', '/directory/synchronise', { dryRun });
  return { server, api, synchronise };
}

/** Finesse's user at a desk of Eyeline, by the password of Finesse. */
async function desk(username: string, password = 'box') {
  const page = await (server as TestServer).page();
  const reply = await page.ask('agent.sign-in', { username, password });
  return { page, reply };
}

async function signedIn(username: string) {
  const { page, reply } = await desk(username);
  if (!reply.ok) throw new Error(reply.error.message);
  return { page, agentId: reply.value.agent.agentId, name: reply.value.agent.name };
}

const firstRun = [
  ...['+ skill 1 "Loans"', '+ skill 2 "Service"', '+ skill 3 "Video"', '+ team 1 "Loans"', '+ team 2 "Service"'],
  ...['+ queue 1 "Loans"', '+ queue 2 "Service"', '+ queue 3 "Video"'],
  ...['+ agent 1001 "Ada Park"', '+ agent 1002 "Ben Sole"', '+ agent 1010 "Sue Visor"', ''],
];

describe.each(['xml', 'json'] as const)('UCCX’s directory in %s', format => {
  test('is compared in a dry run, brought here, and then there is nothing to do', async () => {
    const { server, synchronise } = await start({
      format,
      entryPoints: [{ entryPointId: 'support', title: 'Support' }],
    });
    const accounts = () => server.running.centre.people.accounts.size;
    const before = accounts();
    const dry = await synchronise(true);
    expect(dry).toMatchObject({ status: 200, body: { result: 'different', conflicts: [], faults: [] } });
    expect(dry.body.printed.split('\n')).toEqual(firstRun);
    expect(accounts()).toBe(before);
    expect((await desk('1001')).reply).toMatchObject({ ok: false, error: { code: 'wrong-credentials' } });
    expect((await synchronise()).body).toMatchObject({ result: 'synchronised' });
    expect(accounts()).toBe(before + 3);
    expect((await synchronise()).body).toMatchObject({ result: 'unchanged', printed: '' });
    const { queues, agents } = server.running.centre.settings.config.routing;
    expect(queues['csq-3']).toMatchObject({ name: 'Video', skills: [{ skill: 'Video', atLeast: 1 }] });
    expect(agents['1001']).toMatchObject({
      skills: { Loans: 8, Video: 7 },
      domains: { chat: 1, video: 1 },
      voiceChannel: true,
    });
    expect(agents['1002']).toMatchObject({ domains: { chat: 2, video: 0 } });
  });

  test('a supervisor gives an agent other skills, which are those of UCCX too', async () => {
    const { server, api, synchronise } = await start({ format });
    await synchronise();
    const { agentId } = await signedIn('1001');
    const path = `/agents/${agentId}/skills`;
    expect(await api.ask('PUT', path, { skills: { Film: 3 } })).toMatchObject({
      status: 400,
      body: { error: { message: 'UCCX has no skill "Film", only Loans, Service, Video.' } },
    });
    expect((await api.ask('PUT', path, { skills: { Video: 11 } })).status).toBe(400);
    expect(await api.ask('PUT', '/agents/1001/skills', { skills: { video: 9 } })).toMatchObject({
      status: 200,
      body: { directory: { printed: '~ agent 1001 "Ada Park" skills: 1:8 3:7 -> 3:9\n' } },
    });
    expect(server.running.centre.work.state.configuration.agents[agentId]?.skills).toEqual({ Video: 9 });
    expect(await api.ask('PUT', '/agents/nobody/skills', { skills: {} })).toMatchObject({ status: 404 });
    const agent = new ApiClient(server.url);
    await agent.signIn('1001', 'box');
    expect(await agent.ask('PUT', path, { skills: {} })).toMatchObject({ status: 403 });
  });
});

test('a chat goes to an agent of Cisco’s who signed in by Finesse’s password, with voice NOT_READY', async () => {
  const { synchronise } = await start();
  await synchronise();
  await finesse.ready('1001');
  const ada = await signedIn('1001');
  expect(ada.name).toBe('Ada Park');
  await ada.page.do('agent.set-state', { state: 'ready', domains: ['chat'] });
  const zoe = await (server as TestServer).customer();
  const { offerId, queue } = await ada.page.waitFor('offer.made', one => one.interactionId === zoe.interactionId);
  expect(queue).toBe('Video');
  expect(finesse.state('1001')).toBe('NOT_READY Supervisor Initiated (33)');
  const { taskId } = await ada.page.do('offer.accept', { offerId });
  await ada.page.do('interaction.end', { interactionId: zoe.interactionId });
  await ada.page.do('task.wrap-up', { taskId, code: 'solved' });
  await finesse.until('1001', 'READY');
});

test('another name is the same agent; who is let go finishes, is signed out and stays out', async () => {
  const { server, synchronise } = await start();
  await synchronise();
  await finesse.ready('1001');
  const ada = await signedIn('1001');
  finesse.box.change('1001', { lastName: 'Lane' });
  expect((await synchronise()).body.printed).toBe('~ agent 1001 "Ada Park" -> "Ada Lane"\n');
  const { centre } = server.running;
  expect(centre.people.nameOf(ada.agentId)).toBe('Ada Lane');

  await ada.page.do('agent.set-state', { state: 'ready', domains: ['chat'] });
  const zoe = await server.customer();
  const { offerId } = await ada.page.waitFor('offer.made');
  const { taskId } = await ada.page.do('offer.accept', { offerId });
  finesse.box.dismiss('1001');
  expect((await synchronise()).body.printed).toBe('- agent 1001 "Ada Lane" is disabled\n');
  await ada.page.do('message.send', { interactionId: zoe.interactionId, text: 'one moment' });
  expect(await ada.page.refusal('agent.set-state', { state: 'ready', domains: ['chat'] })).toBe('not-allowed');
  await ada.page.do('interaction.end', { interactionId: zoe.interactionId });
  await ada.page.do('task.wrap-up', { taskId, code: 'solved' });
  await ada.page.waitFor('agent.disabled');
  expect(centre.work.state.agentSessions.has(ada.agentId)).toBe(false);
  expect((await desk('1001')).reply).toMatchObject({ ok: false, error: { code: 'wrong-credentials' } });
  expect((await synchronise()).body).toMatchObject({ result: 'unchanged' });
});

test('a team that is left out is signed out; taken in again it is who it was', async () => {
  const { server, synchronise } = await start();
  await synchronise();
  const ada = await signedIn('1001');
  const withTeam = (teams: NonNullable<ConfigInput['directory']>['teams']) =>
    server.running.reconfigure(parseConfig({ ...server.fileConfig, directory: { ...config().directory, teams } }));
  await withTeam({ Loans: false });
  expect((await synchronise()).body.printed).toBe(
    '- agent 1001 "Ada Park" is disabled\n- agent 1010 "Sue Visor" is disabled\n',
  );
  await ada.page.waitFor('agent.disabled');
  expect((await desk('1001')).reply).toMatchObject({ ok: false, error: { code: 'wrong-credentials' } });
  expect((await new ApiClient(server.url).signIn('1001', 'box')).status).toBe(401);
  await withTeam({});
  expect((await synchronise()).body.printed).toContain('+ agent 1001 "Ada Park" is enabled again\n');
  expect((await signedIn('1001')).agentId).toBe(ada.agentId);
});

test('Eyeline’s own stay as they are: what is in conflict is named, the rest is brought here', async () => {
  finesse = await FinesseBox.start();
  const section = finesse.config({ agents: { anna: { finesseUserId: '1001' } } });
  const routing = { skills: ['service'], defaultQueue: 'own', queues: { own: { name: 'Video' } } };
  const entryPoints = [{ entryPointId: 'support', title: 'Support' }];
  server = await TestServer.start(config({ finesse: section, routing, entryPoints }), { lookup: finesse.box.lookup });
  const api = new ApiClient(server.url);
  await api.signIn();
  const { body } = await api.ask('POST', '/directory/synchronise', {});
  expect(body.result).toBe('synchronised');
  expect(body.printed).toBe(
    [
      ...['+ skill 1 "Loans"', '+ skill 3 "Video"', '+ team 1 "Loans"', '+ team 2 "Service"', '+ queue 1 "Loans"'],
      '+ agent 1010 "Sue Visor"',
      '! skill 2 "Service": Eyeline has one of its own by that name: rename one of the two',
      '! queue 3 "Video": Eyeline has one of its own by that name: rename one of the two',
      '! queue 2 "Service": one of its skills is not there: see the conflict of that skill',
      '! agent 1001 "Ada Park": Eyeline has one of its own by that name: rename one of the two',
      '! agent 1002 "Ben Sole": one of its skills is not there: see the conflict of that skill',
      '',
    ].join('\n'),
  );
  expect(Object.keys(server.running.centre.settings.config.routing.queues).sort()).toEqual(['csq-1', 'own']);
});

test('an outcome that cannot be used is refused as a whole, with its paths, and the one before stays', async () => {
  const rule = { ruleId: 'film', when: { attribute: 'domain', eq: 'video' }, outcome: { skills: { Video: 3 } } };
  const { server, synchronise } = await start({ rules: [rule] });
  const { uccx } = finesse.box.addresses;
  const body = `<skill><self>${uccx}/adminapi/skill/3</self><skillId>3</skillId><skillName>Film</skillName></skill>`;
  await finesse.administer('/skill/3', body);
  finesse.box.change('1001', { lastName: 'Lane' });
  const path = 'rules.0.outcome.skills.Video: expected one of the skills: Loans, Service, Film, found';
  expect((await synchronise(true)).body).toMatchObject({ result: 'refused', faults: [expect.stringContaining(path)] });
  expect((await synchronise()).body).toMatchObject({ result: 'refused' });
  const { settings, people } = server.running.centre;
  expect(settings.config.routing.skills).toContain('Video');
  expect([...people.accounts.values()].map(({ name }) => name)).toContain('Ada Park');
  // The file follows, and all of it is taken.
  const file = parseConfig({ ...server.fileConfig, rules: [] });
  await server.running.reconfigure(file);
  expect((await synchronise()).body).toMatchObject({ result: 'synchronised' });
  expect(server.running.centre.settings.config.routing.skills).toContain('Film');
});

test('a faulty file is refused with what came from Cisco, and one that names a queue of Cisco’s is taken', async () => {
  const { server } = await start({ entryPoints: [{ entryPointId: 'support', title: 'Support' }] });
  const { running } = server;
  const withQueue = (queue: string) =>
    parseConfig({ ...server.fileConfig, entryPoints: [{ entryPointId: 'support', title: 'Support', queue }] });
  await running.centre.cisco.directory?.synchronise({ dryRun: false });
  await expect(running.reconfigure(withQueue('csq-9'))).rejects.toThrow(
    'entryPoints.0.queue: expected one of the queues: csq-1',
  );
  expect(running.centre.settings.config.entryPoints[0]?.queue).toBeUndefined();
  await running.reconfigure(withQueue('csq-2'));
  expect(running.centre.settings.config.entryPoints[0]?.queue).toBe('csq-2');
  expect(running.centre.settings.config.routing.agents['1001']).toBeDefined();
});

test('a restart without UCCX keeps what was there, and the supervisor is told which screen to open', async () => {
  const first = await start();
  await first.synchronise();
  const { agentId } = await signedIn('1001');
  await first.server.pause();
  finesse.box.order({ type: 'http-error', path: '/adminapi', status: 503 });
  const { server, synchronise } = await start({}, {}, first.server.dataDirectory);
  expect(server.running.centre.settings.config.routing.queues['csq-3']?.name).toBe('Video');
  expect(await synchronise()).toMatchObject({
    status: 503,
    body: { error: { message: expect.stringContaining('Cisco Unified CCX Serviceability') } },
  });
  expect((await signedIn('1001')).agentId).toBe(agentId);
});

test('a file that is saved does not wait for a Cisco that is slow', async () => {
  const { server, synchronise } = await start({ entryPoints: [{ entryPointId: 'support', title: 'Support' }] });
  finesse.box.order({ type: 'slow-answer', path: '/adminapi', ms: 3_000, times: 1 });
  let isDone = false;
  const slow = synchronise().then(() => {
    isDone = true;
  });
  const entryPoints = [{ entryPointId: 'sales', title: 'Sales' }];
  await server.running.reconfigure(parseConfig({ ...server.fileConfig, entryPoints }));
  expect(server.running.centre.settings.config.entryPoints[0]?.title).toBe('Sales');
  expect(isDone).toBe(false);
  await slow;
  expect(server.running.centre.settings.config.entryPoints[0]?.title).toBe('Sales');
});

test('a first start that needs what Cisco tells says so when Cisco does not answer', async () => {
  finesse = await FinesseBox.start();
  finesse.box.order({ type: 'http-error', path: '/adminapi', status: 503 });
  const failing = TestServer.start(config(), { lookup: finesse.box.lookup });
  await expect(failing).rejects.toThrow(
    /names what Cisco has to tell first\. UCCX is not in service: see "utils service list" on the node or Cisco Unified CCX Serviceability/,
  );
});

test('an answer without any agent disables nobody', async () => {
  const { synchronise } = await start();
  for (const id of ['1001', '1002', '1010']) finesse.box.dismiss(id);
  expect((await synchronise()).body).toMatchObject({
    result: 'refused',
    faults: [expect.stringContaining('RmCm > Resources')],
  });
});

test('what Cisco has is brought here by itself, and again and again', async () => {
  finesse = await FinesseBox.start();
  const given = config();
  const every = { ...given, directory: { ...given.directory, everyMs: 100 } };
  server = await TestServer.start(every, { lookup: finesse.box.lookup });
  const { accounts } = server.running.centre.people;
  const names = () => [...accounts.values()].map(({ name }) => name);
  await expect.poll(names, { timeout: 60_000 }).toContain('Ada Park');
  finesse.box.change('1001', { lastName: 'Lane' });
  await expect.poll(names, { timeout: 60_000 }).toContain('Ada Lane');
});

test('UCCE’s agents and teams come from Finesse', async () => {
  const entryPoints = [{ entryPointId: 'support', title: 'Support' }];
  const { server, synchronise } = await start({ entryPoints }, { deployment: 'UCCE' });
  expect((await synchronise(true)).body.printed.split('\n')).toEqual(
    firstRun.filter(line => !/skill|queue/.test(line)),
  );
  expect((await synchronise()).body.result).toBe('synchronised');
  await finesse.ready('1002');
  const ben = await signedIn('1002');
  await ben.page.do('agent.set-state', { state: 'ready', domains: ['chat'] });
  const zoe = await server.customer();
  await ben.page.waitFor('offer.made', one => one.interactionId === zoe.interactionId);
  expect(finesse.state('1002')).toMatch(/^NOT_READY/);
});

describe('a password that Finesse knows', () => {
  test('is asked for three times at most, so that nobody is locked out of the desktop from here', async () => {
    const { synchronise } = await start();
    await synchronise();
    const wrong = await Promise.all(Array.from({ length: 8 }, () => desk('1001', 'guess')));
    const codes = wrong.map(({ reply }) => (reply.ok ? 'ok' : reply.error.code)).sort();
    expect(codes).toEqual([...Array(5).fill('too-many-requests'), ...Array(3).fill('wrong-credentials')]);
    // From here also the right one waits; Finesse itself still takes it.
    expect((await desk('1001')).reply).toMatchObject({ ok: false, error: { code: 'too-many-requests' } });
    expect(await finesse.status('/finesse/api/User/1001', '1001:box')).toBe(200);
    expect((await desk('1002')).reply.ok).toBe(true);
  });

  test('of an agent of the file is proven there where the configuration says so', async () => {
    finesse = await FinesseBox.start();
    const section = finesse.config({ agents: { anna: { finesseUserId: '1001', proof: 'finesse' } } });
    const { directory: _, entryPoints: __, ...rest } = config({ finesse: section });
    server = await TestServer.start(rest, { lookup: finesse.box.lookup });
    expect((await desk('anna', 'eyeline-demo')).reply).toMatchObject({
      ok: false,
      error: { code: 'wrong-credentials' },
    });
    expect((await desk('Anna', 'box')).reply.ok).toBe(true);
    expect((await desk('ben', 'eyeline-demo')).reply.ok).toBe(true);
  });

  test('of who signs in by single sign-on is never right: in a mixed system everybody is told', async () => {
    finesse = await FinesseBox.start({ signIn: 'HYBRID' });
    const section = finesse.config({ agents: { anna: { finesseUserId: '1001', proof: 'finesse' } } });
    const { directory: _, entryPoints: __, ...rest } = config({ finesse: section });
    server = await TestServer.start(rest, { lookup: finesse.box.lookup });
    expect((await desk('anna', 'guess')).reply).toMatchObject({
      ok: false,
      error: { code: 'wrong-credentials', message: expect.stringContaining('single sign-on') },
    });
    expect((await desk('anna', 'box')).reply.ok).toBe(true);
  });

  test('cannot be proven while Finesse is down, and is not counted then', async () => {
    const { synchronise } = await start();
    await synchronise();
    finesse.box.order({ type: 'node-down', node: 'A' });
    finesse.box.order({ type: 'node-down', node: 'B' });
    for (let times = 0; times < 4; times++)
      expect((await desk('1001')).reply).toMatchObject({ ok: false, error: { code: 'server-busy' } });
  });

  test('is none in a system of single sign-on: the agent is told so', async () => {
    finesse = await FinesseBox.start({ signIn: 'SSO' });
    const section = finesse.config({ agents: { anna: { finesseUserId: '1001', proof: 'finesse' } } });
    const { directory: _, entryPoints: __, ...rest } = config({ finesse: section });
    server = await TestServer.start(rest, { lookup: finesse.box.lookup });
    expect((await desk('anna', 'box')).reply).toMatchObject({
      ok: false,
      error: { code: 'not-allowed', message: expect.stringContaining('single sign-on') },
    });
  });
});

test('the guide’s example is a configuration', () => {
  const guide = readFileSync(new URL('../../../DIRECTORY.md', import.meta.url), 'utf8');
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(guide) ?? [];
  expect(parseConfig(JSON.parse(example)).directory).toMatchObject({ queues: ['Video'], everyMs: 900_000 });
});

test('without the section there is nothing to synchronise, and only supervisors may ask', async () => {
  finesse = await FinesseBox.start();
  server = await TestServer.start();
  const api = new ApiClient(server.url);
  expect((await api.ask('POST', '/directory/synchronise', {})).status).toBe(401);
  await api.signIn('anna');
  expect((await api.ask('POST', '/directory/synchronise', {})).status).toBe(403);
  await api.signIn();
  expect(await api.ask('POST', '/directory/synchronise', {})).toMatchObject({
    status: 404,
    body: { error: { message: expect.stringContaining('no section "directory"') } },
  });
});
