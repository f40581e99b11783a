import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Box, startBox } from '../box.ts';
import { type Asked, ask, askFinesse } from '../testing/box-client.ts';
import { smallScenario, until } from '../testing/small-scenario.ts';
import { XmppClient } from '../testing/xmpp-client.ts';
import { childOf, textOf } from '../xml/xml-element.ts';

const ada = '1001:box';
let box: Box;
const start = async (changes: Parameters<typeof smallScenario>[0] = {}) => {
  box = await startBox({ scenario: smallScenario({ deployment: 'UCCE', ...changes }) });
};
beforeEach(() => start());
afterEach(() => box.stop());

const platform = (path: string, asked: Asked = {}) =>
  ask(box, path.startsWith('https') ? path : `${box.addresses.ccp}${path}`, asked);
const task = (more = '') =>
  `<Task><name>Jane</name><title>Video</title><description>An order</description><scriptSelector>VideoRouting</scriptSelector>${more}<variables><variable><name>cv_1</name><value>i-42</value></variable><variable><name>user_token</name><value>t</value></variable></variables></Task>`;
const request = async () => {
  const { status, headers } = await platform('/ccp/task/feed/101212', { method: 'POST', body: task() });
  expect(status).toBe(201);
  return String(headers['location']);
};
const statusOf = async (location: string) => {
  const { xml } = await platform(location);
  return ['status', 'agentID', 'estimatedWaitTime'].map(name => textOf(xml, name));
};
const media = (body: string) => askFinesse(box, '/User/1001/Media/5001', { as: ada, body: `<Media>${body}</Media>` });
const mediaState = () => box.state().users.find(({ id }) => id === '1001')?.media[0]?.state;
const signIn = async () => {
  await media(
    '<state>LOGIN</state><maxDialogLimit>1</maxDialogLimit><interruptAction>ACCEPT</interruptAction><dialogLogoutAction>TRANSFER</dialogLogoutAction>',
  );
  await until(() => mediaState() === 'NOT_READY');
  await media('<state>READY</state>');
};
const dialogOf = async () => {
  const { xml } = await askFinesse(box, '/User/1001/Dialogs/Media', { as: ada });
  return xml?.children[0];
};
const act = async (action: string, more = '') => {
  const id = box.state().tasks[0]?.dialogId ?? '';
  return askFinesse(box, `/Dialog/${id}`, {
    as: ada,
    body: `<Dialog><requestedAction>${action}</requestedAction>${more}</Dialog>`,
  });
};

describe('a task', () => {
  test('waits, is offered, accepted, worked on and closed', async () => {
    const location = await request();
    expect(await statusOf(location)).toEqual(['QUEUED', undefined, '-1']);
    const client = await XmppClient.signIn(box, '1001', 'box');
    await client.subscribe('/finesse/api/User/1001/Dialogs/Media');
    await signIn();
    await until(() => mediaState() === 'RESERVED');
    expect(await statusOf(location)).toEqual(['RESERVED', '1001', undefined]);
    const dialog = await dialogOf();
    expect([textOf(dialog, 'id'), textOf(dialog, 'state')]).toEqual([
      expect.stringMatching(/^\d+_\d+_\d+$/),
      'OFFERED',
    ]);
    const variables = childOf(childOf(dialog, 'mediaProperties'), 'callvariables')?.children;
    expect(variables?.map(each => [textOf(each, 'name'), textOf(each, 'value')])).toEqual([
      ['callVariable1', 'i-42'],
      ['user.token', 't'],
    ]);
    for (const [action, state] of [
      ['ACCEPT', 'RESERVED'],
      ['START', 'ACTIVE'],
      ['PAUSE', 'PAUSED'],
      ['RESUME', 'ACTIVE'],
      ['WRAP_UP', 'WORK_READY'],
      ['CLOSE', 'READY'],
    ] as const) {
      expect((await act(action)).status).toBe(202);
      await until(() => mediaState() === state);
      if (action === 'ACCEPT') await until(() => box.state().tasks[0]?.dialogState === 'ACCEPTED');
    }
    expect((await statusOf(location))[0]).toBe('HANDLED');
    await client.until(() => client.updates.some(({ update }) => textOf(update, 'event') === 'DELETE'));
    const nodes = new Set(client.updates.map(({ node }) => node));
    expect(nodes).toEqual(new Set(['/finesse/api/User/1001/Media', '/finesse/api/User/1001/Dialogs/Media']));
  });

  test('is cancelled while it waits, and not any more at an agent', async () => {
    const waiting = await request();
    expect((await platform(waiting, { method: 'DELETE' })).status).toBe(200);
    expect((await statusOf(waiting))[0]).toBe('DISCARDED');
    await signIn();
    const offered = await request();
    await until(() => mediaState() === 'RESERVED');
    expect((await platform(offered, { method: 'DELETE' })).status).toBe(400);
    expect((await platform(`${offered}9`, { method: 'DELETE' })).status).toBe(404);
  });

  test('that nobody answers is submitted again, and its agent is not routable until ready again', async () => {
    await box.stop();
    await start({ timings: { changeMs: 5, offerMs: 40 } });
    const location = await request();
    await signIn();
    await until(() => mediaState() === 'RESERVED');
    await until(() => mediaState() === 'READY');
    expect((await statusOf(location))[0]).toBe('QUEUED');
    const { xml } = await askFinesse(box, '/User/1001/Media/5001', { as: ada });
    expect(textOf(xml, 'routable')).toBe('false');
    await media('<state>READY</state>');
    await until(() => mediaState() === 'RESERVED');
  });

  test('that is transferred goes to another script', async () => {
    await request();
    await signIn();
    await until(() => mediaState() === 'RESERVED');
    await act('ACCEPT');
    await until(() => box.state().tasks[0]?.dialogState === 'ACCEPTED');
    await media('<routable>false</routable>');
    expect((await act('TRANSFER', '<target>Other</target>')).status).toBe(202);
    await until(() => box.state().tasks[0]?.status === 'QUEUED');
    expect(box.state().tasks[0]?.scriptSelector).toBe('Other');
  });

  test('is forgotten when nobody asks about it', async () => {
    await box.stop();
    await start({ timings: { taskMs: 40 } });
    const location = await request();
    await new Promise(resolve => setTimeout(resolve, 90));
    expect((await platform(location)).status).toBe(404);
  });

  test('keeps voice calls away in a domain that is not interruptible', async () => {
    box.setState('1001', { state: 'LOGIN' });
    box.setState('1001', { state: 'READY' });
    await request();
    await signIn();
    await until(() => mediaState() === 'RESERVED');
    box.call();
    expect(box.state()).toMatchObject({ waitingCalls: 1, calls: [] });
  });
});

describe('refused are', () => {
  const post = (path: string, body: string) => platform(path, { method: 'POST', body });
  test('tasks that are not as the guide says', async () => {
    const feed = '/ccp/task/feed/101212';
    const answers = [
      await post('/ccp/task/feed/9', task()),
      await post(feed, '<Task><name>Jane</name></Task>'),
      await post(feed, task().replace('VideoRouting', 'V'.repeat(33))),
      await post(feed, task().replace('i-42', 'i'.repeat(41))),
      await post(feed, task(`<tags>${'<tag>a</tag>'.repeat(21)}</tags>`)),
      await post(feed, '<Task'),
    ];
    expect(answers.map(({ status, error }) => [status, error[0]])).toEqual([
      [404, 'Not Found'],
      [400, 'Parameter Missing'],
      ...Array.from({ length: 4 }, () => [400, 'Invalid Input']),
    ]);
  });

  test('actions that are none, and somebody else’s tasks', async () => {
    await request();
    await signIn();
    await until(() => mediaState() === 'RESERVED');
    const id = box.state().tasks[0]?.dialogId;
    const body = '<Dialog><requestedAction>ACCEPT</requestedAction></Dialog>';
    expect((await act('SING')).status).toBe(400);
    expect((await act('TRANSFER')).status).toBe(400);
    expect((await askFinesse(box, `/Dialog/${id}`, { as: '1002:box', body })).status).toBe(401);
  });

  test('an action out of order, and a second sign-in, by notifications', async () => {
    await request();
    const client = await XmppClient.signIn(box, '1001', 'box');
    await client.subscribe('/finesse/api/User/1001/Dialogs/Media');
    await signIn();
    await until(() => mediaState() === 'RESERVED');
    await act('START');
    await media('<state>LOGIN</state>');
    const errors = () =>
      client.updates.flatMap(({ update }) => {
        const error = childOf(childOf(childOf(update, 'data'), 'apiErrors'), 'apiError');
        return error ? [[textOf(error, 'errorMessage'), textOf(error, 'errorMedia')]] : [];
      });
    await client.until(() => errors().length === 2);
    expect(errors()).toEqual([
      ['CF_INVALID_OBJECT_STATE', undefined],
      ['CF_INVALID_OBJECT_STATE', '5001'],
    ]);
  });

  test('feeds to who has no account', async () => {
    expect((await platform('/ccp-webapp/ccp/feed')).status).toBe(401);
    const { xml } = await platform('/ccp-webapp/ccp/feed', { as: 'eyeline:box' });
    expect(textOf(xml?.children[0], 'pushFeedURL')).toBe(`${box.addresses.ccp}/ccp/task/feed/101212`);
  });
});
