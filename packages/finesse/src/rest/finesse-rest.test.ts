import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readUpdate } from '../codec/update.ts';
import type { FinesseError } from '../finesse-error.ts';
import { createAuthority } from '../testing/authority.ts';
import { type Answer, type Arrived, type FakeNode, startNode } from '../testing/fake-node.ts';
import { localLookup } from '../testing/local-lookup.ts';
import { Account, type Credential } from './account.ts';
import { ChangeLedger } from './change-ledger.ts';
import { FinesseCluster } from './cluster.ts';
import { FinesseRest } from './finesse-rest.ts';
import { createHttp } from './http.ts';
import type { NetworkOptions } from './network.ts';

const authority = createAuthority();
const network: NetworkOptions = { authorities: [authority.certificate], lookup: localLookup };
const certificateA = authority.issue('fin-a.example.test');
const certificateB = authority.issue('fin-b.example.test');
afterAll(() => authority.close());

const systemInfo = (status: string, given: { deployment?: string; mode?: string } = {}) =>
  `<SystemInfo><deploymentType>${given.deployment ?? 'UCCX'}</deploymentType><status>${status}</status><systemAuthMode>${given.mode ?? 'NON_SSO'}</systemAuthMode><xmppDomain>fin-a.example.test</xmppDomain></SystemInfo>`;
const error = (type: string, message = '', data = '') =>
  `<ApiErrors><ApiError><ErrorData>${data}</ErrorData><ErrorType>${type}</ErrorType><ErrorMessage>${message}</ErrorMessage></ApiError></ApiErrors>`;
const userNotification = (requestId: string, state: string, more = '') =>
  readUpdate(
    `<Update><event>PUT</event><requestId>${requestId}</requestId><source>/finesse/api/User/1001</source><data><user><loginId>1001</loginId><state>${state}</state><pendingState/>${more}</user></data></Update>`,
  );
const isInfo = ({ path }: Arrived) => path === '/finesse/api/SystemInfo';

let nodes: FakeNode[] = [];
let closeHttp: (() => void) | undefined;
let answerA: (request: Arrived) => Answer | Promise<Answer>;
let answerB: (request: Arrived) => Answer | Promise<Answer>;

beforeEach(async () => {
  answerA = request =>
    isInfo(request)
      ? { body: systemInfo('IN_SERVICE') }
      : { body: '<User><loginId>1001</loginId><state>READY</state></User>' };
  answerB = request => (isInfo(request) ? { body: systemInfo('OUT_OF_SERVICE') } : { status: 503 });
  nodes = [
    await startNode(request => answerA(request), certificateA),
    await startNode(request => answerB(request), certificateB),
  ];
});
afterEach(async () => {
  closeHttp?.();
  for (const node of nodes) await node.stop();
});

function nodeAt(place: number): FakeNode {
  const node = nodes[place];
  if (!node) throw new Error(`There is no node ${place}.`);
  return node;
}

function start(given: { credential?: Credential; network?: NetworkOptions; confirmWithinMs?: number } = {}) {
  const { credential = { kind: 'password', userId: 'svc', password: 'pä:ss' } } = given;
  const http = createHttp(given.network ?? network);
  closeHttp = () => http.close();
  const account = new Account(credential);
  const cluster = new FinesseCluster({
    origins: [`https://fin-a.example.test:${nodeAt(0).port}`, `https://fin-b.example.test:${nodeAt(1).port}`],
    account,
    http,
    timeoutMs: 1_000,
  });
  const ledger = new ChangeLedger();
  let ids = 0;
  const rest = new FinesseRest({
    cluster,
    ledger,
    newRequestId: () => `r-${++ids}`,
    confirmWithinMs: given.confirmWithinMs ?? 400,
  });
  return { rest, cluster, ledger, account };
}

async function faultOf(work: Promise<unknown>): Promise<FinesseError> {
  return work.then(
    () => {
      throw new Error('It was done.');
    },
    (fault: FinesseError) => fault,
  );
}

describe('requests', () => {
  test('5.1 carry Basic with UTF-8, keep the session cookie, and read in our words', async () => {
    const before = answerA;
    answerA = async request => ({
      ...((await before(request)) as object),
      headers: { 'set-cookie': 'JSESSIONID=abc; Path=/finesse; Secure' },
    });
    const { rest } = start();
    expect(await rest.user('10 01/x')).toMatchObject({ id: '1001', state: 'ready' });
    const [info, user] = nodeAt(0).arrived;
    expect(user?.path).toBe('/finesse/api/User/10%2001%2Fx');
    expect(Buffer.from(String(info?.headers.authorization).slice(6), 'base64').toString()).toBe('svc:pä:ss');
    expect(info?.headers.cookie).toBeUndefined();
    expect(user?.headers.cookie).toBe('JSESSIONID=abc');
  });

  test('5.2 carry the access token of single sign-on as Bearer', async () => {
    answerA = request => (isInfo(request) ? { body: systemInfo('IN_SERVICE', { mode: 'SSO' }) } : { body: '<Users/>' });
    const { rest } = start({ credential: { kind: 'token', userId: 'svc', token: () => 'T-1' } });
    expect(await rest.users()).toEqual([]);
    expect(nodeAt(0).arrived.at(-1)?.headers.authorization).toBe('Bearer T-1');
  });

  test.each([
    [400, error('Parameter Missing'), 'invalid-input', 'Parameter Missing'],
    [400, error('Invalid State'), 'invalid-state', 'in this state'],
    [
      400,
      error('Invalid Input', 'For this operation, Reason Codes are not allowed.', 'finesse.api.reasoncode.not_allowed'),
      'invalid-input',
      'Reason Codes are not allowed',
    ],
    [401, error('Invalid Authorization User Specified'), 'not-allowed', 'Tools > User Management'],
    [401, error('Invalid Supervisor'), 'not-supervisor', 'RmCm > Teams'],
    [403, '', 'not-allowed', 'svc'],
    [404, error('Not Found'), 'not-found', 'Not Found'],
    [404, '<html><title>Apache Tomcat</title></html>', 'wrong-port', '8445'],
    [301, '', 'wrong-port', '8445'],
    [500, '<html><head><title>Error</title></head><body><hr></body></html>', 'refused', '500'],
    [200, '<html><title>Cisco</title></html>', 'wrong-port', '8445'],
    [200, 'OK', 'unexpected-answer', 'not XML'],
    [200, '', 'unexpected-answer', 'without'],
  ])('5.3 %i %s is told as %s', async (status, body, code, words) => {
    answerA = request => (isInfo(request) ? { body: systemInfo('IN_SERVICE') } : { status, body });
    const fault = await faultOf(start().rest.user('1001'));
    expect(fault.code).toBe(code);
    expect(fault.message).toContain(words);
    expect(fault.message).toMatch(/\.$/);
  });

  test('5.4 a change of configuration at the secondary names the primary', async () => {
    answerA = request => (isInfo(request) ? { body: systemInfo('IN_SERVICE') } : { status: 403 });
    const fault = await faultOf(start().rest.changeLayout({ layout: '<a/>', useDefault: false }));
    expect(fault).toMatchObject({ code: 'secondary-node', message: expect.stringContaining('show network cluster') });
  });
});

describe('nodes', () => {
  test('6.1 the one in service is used, whichever is first', async () => {
    answerA = () => ({ body: systemInfo('OUT_OF_SERVICE') });
    answerB = request => (isInfo(request) ? { body: systemInfo('IN_SERVICE') } : { body: '<Users/>' });
    const { cluster, rest } = start();
    await rest.users();
    expect((await cluster.node()).origin).toContain('fin-b');
  });

  test('6.2 a node that answers 503 is left in mid-work, and the request goes to the other', async () => {
    const { rest } = start();
    await rest.user('1001');
    answerA = request =>
      isInfo(request)
        ? { body: systemInfo('OUT_OF_SERVICE') }
        : { status: 503, body: error('Service Unavailable', 'SERVER_OUT_OF_SERVICE') };
    answerB = request =>
      isInfo(request) ? { body: systemInfo('IN_SERVICE') } : { body: '<User><loginId>B</loginId></User>' };
    expect((await rest.user('1001')).id).toBe('B');
  });

  test('6.3 a node that is gone is left; what only may have been done is not done twice', async () => {
    answerB = request =>
      isInfo(request) ? { body: systemInfo('IN_SERVICE') } : { body: '<User><loginId>B</loginId></User>' };
    const { rest } = start();
    await rest.user('1001');
    answerA = () => 'cut';
    const fault = await faultOf(rest.changeVoice('1001', 'ready'));
    expect(fault.code).toBe('connection-lost');
    expect(nodeAt(1).arrived.filter(({ method }) => method === 'PUT')).toEqual([]);
    await nodeAt(0).stop();
    expect((await rest.user('1001')).id).toBe('B');
    nodes = [nodeAt(1)];
  });

  test('6.4 none in service is one sentence with the reason and the screen', async () => {
    answerA = () => ({
      body: systemInfo('OUT_OF_SERVICE').replace('<status>', '<statusReason>CTI disconnected</statusReason><status>'),
    });
    const fault = await faultOf(start().rest.users());
    expect(fault.code).toBe('out-of-service');
    expect(fault.message).toContain('CTI disconnected');
    expect(fault.message).toContain('Finesse Administration > Settings');
  });

  test('6.5 requests that come together choose once', async () => {
    const { rest } = start();
    await Promise.all([rest.user('1'), rest.user('2'), rest.user('3')]);
    expect(nodeAt(0).arrived.filter(isInfo)).toHaveLength(1);
  });
});

describe('the account', () => {
  const refuse = { status: 401, body: error('Authorization Failure', 'UNAUTHORIZED', 'svc') };

  test('6.6 a wrong password is shown once, however many ask, on both nodes', async () => {
    answerA = request => (request.headers.authorization ? refuse : { status: 401 });
    answerB = answerA;
    const { rest, account } = start();
    const faults = await Promise.all(Array.from({ length: 10 }, () => faultOf(rest.user('1001'))));
    expect(faults.map(({ code }) => code)).toContain('credential-refused');
    expect(nodes.flatMap(({ arrived }) => arrived).filter(({ headers }) => headers.authorization)).toHaveLength(1);
    expect((await faultOf(rest.users())).code).toBe('credential-stopped');

    answerA = request => (isInfo(request) ? { body: systemInfo('IN_SERVICE') } : { body: '<Users/>' });
    account.renew({ kind: 'password', userId: 'svc', password: 'right' });
    expect(await rest.users()).toEqual([]);
  });

  test('6.7 a password that changes in mid-work never meets Finesse five times', async () => {
    const { rest } = start();
    await rest.user('1001');
    answerA = async () => {
      await new Promise(resolve => setTimeout(resolve, 30));
      return refuse;
    };
    const before = nodeAt(0).arrived.length;
    await Promise.all(Array.from({ length: 20 }, () => faultOf(rest.user('1001'))));
    expect(nodeAt(0).arrived.length - before).toBeLessThan(5);
  });

  test('6.8 a refusal of what it may do does not stop it', async () => {
    answerA = request =>
      isInfo(request) ? { body: systemInfo('IN_SERVICE') } : { status: 401, body: error('Invalid Supervisor') };
    const { rest, account } = start();
    await faultOf(rest.user('1001'));
    expect(account.isStopped).toBe(false);
  });

  test('6.9 a password in a system of single sign-on is told with the screen, also when SystemInfo refuses it', async () => {
    answerA = request => (request.headers.authorization ? refuse : { body: systemInfo('IN_SERVICE', { mode: 'SSO' }) });
    const fault = await faultOf(start().rest.users());
    expect(fault).toMatchObject({ code: 'single-sign-on', message: expect.stringContaining('Single Sign-On') });
    answerA = () => ({ body: systemInfo('IN_SERVICE', { mode: 'SSO' }) });
    nodeAt(0).arrived.length = 0;
    expect((await faultOf(start().rest.users())).code).toBe('single-sign-on');
    expect(nodeAt(0).arrived.map(({ path }) => path)).toEqual(['/finesse/api/SystemInfo']);
  });
});

describe('changes', () => {
  const accept = () => {
    answerA = request => (isInfo(request) ? { body: systemInfo('IN_SERVICE') } : { status: 202 });
  };

  test('8.1 202 alone is not success: it is not confirmed', async () => {
    accept();
    const { rest, ledger } = start({ confirmWithinMs: 60 });
    expect((await faultOf(rest.changeVoice('1001', 'not-ready', { reasonCodeId: '16' }))).code).toBe('not-confirmed');
    expect(ledger.size).toBe(0);
    const put = nodeAt(0).arrived.at(-1);
    expect(put).toMatchObject({
      method: 'PUT',
      path: '/finesse/api/User/1001',
      body: '<User><state>NOT_READY</state><reasonCodeId>16</reasonCodeId></User>',
    });
    expect(put?.headers).toMatchObject({ 'content-type': 'application/xml', requestid: 'r-1' });
  });

  test('8.2 the notification with its requestId confirms, also before the 202', async () => {
    const { rest, ledger } = start();
    answerA = request => {
      if (isInfo(request)) return { body: systemInfo('IN_SERVICE') };
      ledger.take(userNotification('r-1', 'NOT_READY', '<reasonCodeId>16</reasonCodeId>'));
      return { status: 202 };
    };
    expect(await rest.changeVoice('1001', 'not-ready', { reasonCodeId: '16' })).toMatchObject({
      isPending: false,
      user: { state: 'not-ready' },
    });
  });

  test('8.3 a team’s notification without requestId confirms when state and reason are as asked', async () => {
    accept();
    const { rest, ledger } = start();
    const change = rest.changeVoice('1001', 'not-ready', { reasonCodeId: '16' });
    await expect.poll(() => nodeAt(0).arrived.length).toBe(2);
    ledger.take(userNotification('', 'NOT_READY', '<reasonCodeId>17</reasonCodeId>'));
    ledger.take(userNotification('', 'TALKING'));
    ledger.take(userNotification('somebody-else', 'NOT_READY', '<reasonCodeId>16</reasonCodeId>'));
    expect(ledger.size).toBe(1);
    ledger.take(userNotification('', 'NOT_READY', '<reasonCodeId>16</reasonCodeId>'));
    expect((await change).isPending).toBe(false);
  });

  test('8.4 pending until the end of a call is an answer of its own', async () => {
    accept();
    const { rest, ledger } = start();
    const change = rest.changeVoice('1001', 'not-ready');
    await expect.poll(() => nodeAt(0).arrived.length).toBe(2);
    ledger.take(
      readUpdate(
        '<Update><event>PUT</event><requestId>r-1</requestId><data><user><loginId>1001</loginId><state>TALKING</state><pendingState>NOT_READY</pendingState></user></data></Update>',
      ),
    );
    expect(await change).toMatchObject({ isPending: true, user: { state: 'talking' } });
  });

  test('8.5 apiErrors with its requestId refuse it, those of another do not', async () => {
    accept();
    const { rest, ledger } = start();
    const change = faultOf(rest.changeVoice('1001', 'ready'));
    await expect.poll(() => nodeAt(0).arrived.length).toBe(2);
    const refusal = (id: string) =>
      readUpdate(
        `<Update><data><apiErrors><apiError><errorType>Invalid State</errorType><errorMessage>CF_INVALID_AGENT_WORKMODE</errorMessage><errorData>265</errorData></apiError></apiErrors></data><requestId>${id}</requestId><event>put</event></Update>`,
      );
    ledger.take(refusal('r-9'));
    ledger.take(refusal(''));
    expect(ledger.size).toBe(1);
    ledger.take(refusal('r-1'));
    expect(await change).toMatchObject({ code: 'invalid-state', errors: [{ data: '265' }] });
  });

  test('8.6 a request that is refused at once does not wait for a notification', async () => {
    answerA = request =>
      isInfo(request) ? { body: systemInfo('IN_SERVICE') } : { status: 400, body: error('Invalid Input') };
    const { rest, ledger } = start({ confirmWithinMs: 5_000 });
    expect((await faultOf(rest.changeVoice('1001', 'ready'))).code).toBe('invalid-input');
    expect(ledger.size).toBe(0);
  });

  test('8.7 UCCX has no Media API, and that is said before it is asked', async () => {
    const { rest } = start();
    expect((await faultOf(rest.mediaList('1001'))).code).toBe('not-supported');
    expect(nodeAt(0).arrived.map(({ path }) => path)).toEqual(['/finesse/api/SystemInfo']);
  });
});
