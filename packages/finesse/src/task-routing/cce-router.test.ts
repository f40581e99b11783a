import { afterEach, describe, expect, test } from 'vitest';
import { readDialog } from '../codec/dialog.ts';
import type { FinesseMedia } from '../codec/media.ts';
import type { RoutableTask } from '../media-router.ts';
import { Account } from '../rest/account.ts';
import { createHttp } from '../rest/http.ts';
import { type Answer, type Arrived, type FakeNode, startNode } from '../testing/fake-node.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import { bindingVariable, interactionOf } from './binding.ts';
import { CceRouter } from './cce-router.ts';
import { domainStandingOf } from './domain-state.ts';
import { isTakenUp, nextTaskAction } from './next-task-action.ts';
import { readPlatformTask, writePlatformTask } from './platform-task.ts';

const task: RoutableTask = {
  interactionId: 'i-4711',
  customerName: 'Jane',
  title: 'Video request',
  description: 'Wants help & more',
  queue: 'VideoRouting',
  tags: ['video'],
  attributes: { cv_2: 'gold' },
};

let node: FakeNode | undefined;
afterEach(async () => {
  await node?.stop();
  node = undefined;
});

/** With the name of a feed, there is an account too. */
async function start(answer: (request: Arrived) => Answer, name?: string) {
  node = await startNode(answer);
  const network = { allowPlainText: true };
  const origin = `http://127.0.0.1:${node.port}`;
  return {
    router: new CceRouter({
      ...{ origin, http: createHttp(network), network },
      ...(name === undefined
        ? { feed: { id: '101212' } }
        : { feed: { name }, account: new Account({ kind: 'password', userId: 'ccp', password: 'secret' }) }),
    }),
    arrived: node.arrived,
    origin,
  };
}

describe('CceRouter', () => {
  test('12.1 requests a task without credentials and keeps its address as it is', async () => {
    const { router, arrived, origin } = await start(() => ({
      status: 201,
      headers: { location: '/ccp/rest/task/contact/8D1F' },
    }));
    expect(await router.request(task)).toEqual({
      interactionId: 'i-4711',
      address: `${origin}/ccp/rest/task/contact/8D1F`,
    });
    expect(arrived[0]).toMatchObject({ method: 'POST', path: '/ccp/task/feed/101212' });
    expect(arrived[0]?.headers.authorization).toBeUndefined();
    expect(arrived[0]?.body).toBe(
      '<Task><name>Jane</name><title>Video request</title><description>Wants help &amp; more</description><scriptSelector>VideoRouting</scriptSelector><requeueOnRecovery>false</requeueOnRecovery><tags><tag>video</tag></tags><variables><variable><name>cv_2</name><value>gold</value></variable><variable><name>cv_1</name><value>i-4711</value></variable></variables></Task>',
    );
  });

  test('12.2 says how it stands, and that it is forgotten', async () => {
    const bodies: Answer[] = [
      { body: '<Task><status>UNREAD</status></Task>' },
      { body: '<Task><estimatedWaitTime>120</estimatedWaitTime><status>QUEUED</status></Task>' },
      { body: '<Task><status>HANDLED</status><taskID>151635_312_1</taskID><agentID>1001001</agentID></Task>' },
      { status: 404 },
    ];
    const { router, origin } = await start(() => bodies.shift() ?? { status: 500, body: '<html>' });
    const poll = () => router.status({ interactionId: 'i', address: `${origin}/x` });
    expect(await poll()).toEqual({ state: 'requested' });
    expect(await poll()).toEqual({ state: 'queued', estimatedWaitMs: 120_000 });
    expect(await poll()).toEqual({ state: 'handled', agentId: '1001001', taskDialogId: '151635_312_1' });
    expect(await poll()).toEqual({ state: 'gone' });
    await expect(poll()).rejects.toMatchObject({ code: 'refused', message: expect.stringContaining('500') });
  });

  test('12.3 cancels while nobody has it; too late is no failure', async () => {
    const statuses = [200, 400, 404, 500];
    const { router, origin } = await start(() => ({ status: statuses.shift() ?? 0 }));
    const routed = { interactionId: 'i', address: `${origin}/x` };
    expect(await router.cancel(routed)).toBe(true);
    expect(await router.cancel(routed)).toBe(false);
    expect(await router.cancel(routed)).toBe(true);
    await expect(router.cancel(routed)).rejects.toMatchObject({ code: 'refused' });
  });

  test('12.4 an unknown feed names the screen; an address elsewhere is not followed', async () => {
    const { router } = await start(() => ({ status: 404 }));
    await expect(router.request(task)).rejects.toMatchObject({
      code: 'not-found',
      message: expect.stringContaining('Feeds'),
    });
    await expect(
      router.status({ interactionId: 'i', address: 'http://elsewhere.example.test/x' }),
    ).rejects.toMatchObject({ code: 'unexpected-answer' });
  });

  test('12.5 with an account a feed is found by its name, once, and a task ended that an agent has', async () => {
    const feed = (id: number, name: string, type = 12) =>
      `<Feed><name>${name}</name><pushFeedURL>https://ccp/ccp/task/feed/${id}</pushFeedURL><type>${type}</type></Feed>`;
    const { router, arrived, origin } = await start(({ method, path }) => {
      if (path === '/ccp-webapp/ccp/feed')
        return { body: `<feeds>${feed(1, 'Video', 1)}${feed(7, 'Video')}${feed(8, 'Chat')}</feeds>` };
      return method === 'POST' ? { status: 201, headers: { location: `${path}/8D1F` } } : { status: 200 };
    }, 'Video');
    const routed = await router.request(task);
    await router.request(task);
    expect(await router.close(routed)).toBe(true);
    expect(arrived.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /ccp-webapp/ccp/feed',
      'POST /ccp/task/feed/7',
      'POST /ccp/task/feed/7',
      'PUT /ccp-webapp/ccp/task/8D1F/close',
    ]);
    const basic = `Basic ${Buffer.from('ccp:secret').toString('base64')}`;
    expect(arrived.map(({ headers }) => headers.authorization)).toEqual([basic, undefined, undefined, basic]);
    expect(routed.address).toBe(`${origin}/ccp/task/feed/7/8D1F`);
  });

  test('12.5 a name that is none says which there are; an account that is refused is not tried again', async () => {
    let status = 200;
    const { router, arrived } = await start(
      () => ({
        status,
        body: '<feeds><Feed><name>Chat</name><pushFeedURL>https://ccp/8</pushFeedURL><type>12</type></Feed></feeds>',
      }),
      'Video',
    );
    await expect(router.request(task)).rejects.toMatchObject({ message: expect.stringContaining('Chat (8)') });
    status = 401;
    await expect(router.request(task)).rejects.toMatchObject({ code: 'credential-refused' });
    await expect(router.request(task)).rejects.toMatchObject({ code: 'credential-stopped' });
    expect(arrived).toHaveLength(2);
  });

  test('12.5 without an account nothing is ended behind an agent, and no feed is looked up', async () => {
    const { router, arrived, origin } = await start(() => ({ status: 200 }));
    expect(await router.close({ interactionId: 'i', address: `${origin}/x` })).toBe(false);
    expect(arrived).toEqual([]);
    const network = { allowPlainText: true };
    const nameless = new CceRouter({ origin, feed: { name: 'Video' }, http: createHttp(network), network });
    await expect(nameless.request(task)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

test('12.6 limits of CCE are told before CCE cuts', () => {
  expect(() => writePlatformTask({ ...task, queue: 'x'.repeat(33) }, 'cv_1')).toThrow('32');
  expect(() => writePlatformTask({ ...task, interactionId: 'x'.repeat(41) }, 'cv_1')).toThrow('40');
  expect(() => writePlatformTask({ ...task, attributes: { cv_11: 'x' } }, 'cv_1')).toThrow('cv_10');
  expect(() => writePlatformTask({ ...task, tags: Array.from({ length: 21 }, String) }, 'cv_1')).toThrow('20');
  expect(() => bindingVariable('video')).toThrow('user_NAME');
  expect(writeXml(writePlatformTask({ ...task, customerName: 'x'.repeat(200) }, 'cv_1'))).toContain(
    `<name>${'x'.repeat(100)}</name>`,
  );
});

test.each([
  ['<Task><status>QUEUED</status><estimatedWaitTime>-1</estimatedWaitTime></Task>', { state: 'queued' }],
  [
    '<Task><status>DISCARDED</status><statusReason>expired</statusReason></Task>',
    { state: 'closed', reason: 'expired' },
  ],
  ['<Task><status>SOMETHING_NEW</status></Task>', { state: 'unknown' }],
  ['<Task><status>RESERVED</status><agentID>7</agentID></Task>', { state: 'offered', agentId: '7' }],
])('12.7 %s', (xml, status) => {
  expect(readPlatformTask(parseXml(xml))).toEqual(status);
});

test.each([
  ['cv_1', 'callVariable1'],
  ['user_videoToken', 'user.videoToken'],
  ['user_videoToken', 'user_videoToken'],
  ['user_user_videoToken', 'user_videoToken'],
  ['user_videoToken', 'videoToken'],
])('12.8 the dialog of %s is found by %s', (variable, name) => {
  const dialog = readDialog(
    parseXml(
      `<Dialog><id>1_2_3</id><mediaType>Video</mediaType><mediaProperties><callvariables><CallVariable><name>callVariable9</name><value>no</value></CallVariable><CallVariable><name>${name}</name><value>i-1</value></CallVariable></callvariables></mediaProperties></Dialog>`,
    ),
  );
  if (dialog?.medium !== 'task') throw new Error('No task was read.');
  expect(interactionOf(dialog, variable)).toBe('i-1');
  expect(interactionOf(dialog, 'cv_5')).toBeUndefined();
});

test.each([
  ['ready', true, 0, 'ready'],
  ['ready', false, 0, 'not-ready'],
  ['ready', false, 1, 'pending-not-ready'],
  ['active', true, 1, 'active'],
  ['active', true, 2, 'busy'],
  ['active', false, 1, 'pending-not-ready'],
  ['interrupted', true, 1, 'interrupted'],
  ['reserved', true, 0, 'reserved'],
  ['not-ready', true, 0, 'not-ready'],
  ['not-ready', true, 1, 'pending-not-ready'],
  ['logged-out', true, 0, 'not-ready'],
] as const)('12.9 %s, routable %s, %i tasks: %s', (state, isRoutable, tasks, standing) => {
  const media: FinesseMedia = { id: '5001', name: 'Video', state, isRoutable, isInterruptible: false, maxDialogs: 2 };
  expect(domainStandingOf(media, tasks)).toBe(standing);
});

test.each([
  ['active', 'offered', 'accept'],
  ['active', 'accepted', 'start'],
  ['active', 'active', undefined],
  ['active', 'interrupted', undefined],
  ['wrapping-up', 'offered', undefined],
  ['wrapping-up', 'active', 'wrap-up'],
  ['wrapping-up', 'held', 'wrap-up'],
  ['wrapping-up', 'wrapping-up', undefined],
  ['closed', 'accepted', 'close'],
  ['closed', 'active', 'close'],
  ['closed', 'wrapping-up', 'close'],
  ['closed', 'closed', undefined],
] as const)('12.10 a dialog follows a conversation that is %s: %s, %s', (wanted, state, action) => {
  expect(nextTaskAction(wanted, state)).toBe(action);
  expect(isTakenUp(state)).toBe(state !== 'offered' && state !== 'closed');
});
