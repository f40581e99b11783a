import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Box, startBox } from '../box.ts';
import { type Asked, ask, askFinesse } from '../testing/box-client.ts';
import { smallScenario, until } from '../testing/small-scenario.ts';
import { childOf, textOf } from '../xml/xml-element.ts';

const admin = 'eyeline:box';
const ada = '1001:box';
const supervisor = '1010:box';
const user = (state: string, more = '') => `<User><state>${state}</state>${more}</User>`;

let box: Box;
beforeAll(async () => {
  box = await startBox({ scenario: smallScenario() });
});
afterAll(() => box.stop());

const stateOf = (id: string) => box.state().users.find(each => each.id === id);

describe('what REST answers', () => {
  test('SystemInfo, to anybody', async () => {
    const { status, xml } = await askFinesse(box, '/SystemInfo');
    expect(status).toBe(200);
    const values = ['deploymentType', 'status', 'xmppDomain', 'xmppPubSubDomain', 'systemAuthMode'].map(name =>
      textOf(xml, name),
    );
    expect(values).toEqual(['UCCX', 'IN_SERVICE', 'fin-a.localhost', 'pubsub.fin-a.localhost', 'NON_SSO']);
  });

  test('every user to an administrator, the own one to an agent', async () => {
    const users = await askFinesse(box, '/Users', { as: admin });
    expect(users.xml?.children.map(each => textOf(each, 'loginId'))).toEqual([
      '1001',
      '1002',
      '1010',
      'eyeline',
      '1011',
    ]);
    const own = await askFinesse(box, '/User/1001', { as: ada });
    expect([own.status, textOf(own.xml, 'firstName'), textOf(own.xml, 'teamName')]).toEqual([200, 'Ada', 'Loans']);
  });

  test('a team to its supervisor, with those who are signed out only when asked', async () => {
    const team = (path: string) => askFinesse(box, path, { as: supervisor });
    const members = async (path: string) =>
      (childOf((await team(path)).xml, 'users')?.children ?? []).map(each => textOf(each, 'loginId'));
    expect(await members('/Team/1?includeLoggedOutAgents=true')).toEqual(['1001', '1010']);
    expect(await members('/Team/2')).toEqual([]);
  });

  test('reason codes, without the system’s own to an agent', async () => {
    const ids = async (path: string, as: string) =>
      (await askFinesse(box, path, { as })).xml?.children.map(each => textOf(each, 'id'));
    expect(await ids('/ReasonCodes?category=ALL', admin)).toHaveLength(14);
    expect(await ids('/User/1001/ReasonCodes?category=NOT_READY', ada)).toEqual(['1', '2', '3']);
    expect(await ids('/TeamResource/1/ReasonCodes?category=ALL', ada)).toEqual(['1', '2', '3', '4']);
    expect(textOf((await askFinesse(box, '/ReasonCode/3', { as: ada })).xml, 'label')).toBe('Video call');
    expect((await askFinesse(box, '/User/1001/ReasonCode/3', { as: ada })).status).toBe(200);
    expect(textOf((await askFinesse(box, '/Teams', { as: admin })).xml?.children[1], 'name')).toBe('Service');
  });

  test('202 with the request’s id, and the change comes after it', async () => {
    const body = user('LOGIN', '<extension>2001</extension>');
    const answer = await askFinesse(box, '/User/1001', { as: ada, body, headers: { requestId: 'r-1' } });
    expect([answer.status, answer.text, answer.headers['requestid']]).toEqual([202, '', 'r-1']);
    await until(() => stateOf('1001')?.state === 'NOT_READY');
    await askFinesse(box, '/User/1001', { as: ada, body: user('READY') });
    await until(() => stateOf('1001')?.state === 'READY');
    await askFinesse(box, '/User/1001', { as: ada, body: user('NOT_READY', '<reasonCodeId>3</reasonCodeId>') });
    await until(() => stateOf('1001')?.reason === 'Video call (800)');
    const { xml } = await askFinesse(box, '/User/1001', { as: ada });
    expect([textOf(xml, 'reasonCodeId'), textOf(childOf(xml, 'ReasonCode'), 'code')]).toEqual(['3', '800']);
  });

  test('a reason is made, changed and taken away by an administrator', async () => {
    const body =
      '<ReasonCode><category>NOT_READY</category><code>900</code><label>Coaching</label><forAll>true</forAll></ReasonCode>';
    const made = await askFinesse(box, '/ReasonCode', { as: admin, method: 'POST', body });
    const path = String(made.headers['location']).replace('/finesse/api', '');
    expect(made.status).toBe(200);
    expect(
      (await askFinesse(box, path, { as: admin, body: '<ReasonCode><label>Training</label></ReasonCode>' })).status,
    ).toBe(200);
    expect(textOf((await askFinesse(box, path, { as: admin })).xml, 'label')).toBe('Training');
    expect((await askFinesse(box, path, { as: admin, method: 'DELETE' })).status).toBe(200);
    expect((await askFinesse(box, path, { as: admin })).status).toBe(404);
  });

  test('a layout as it was written, and everybody’s to a team without its own', async () => {
    const layout = '<finesseLayout><layout><role>Agent</role></layout></finesseLayout>';
    const written = layout.replaceAll('<', '&lt;');
    const put = (path: string, body: string) => askFinesse(box, path, { as: admin, body });
    const read = async (path: string) => textOf((await askFinesse(box, path, { as: admin })).xml, 'layoutxml');
    const team = (useDefault: boolean) =>
      put(
        '/Team/1/LayoutConfig',
        `<TeamLayoutConfig><useDefault>${useDefault}</useDefault><layoutxml>${written}</layoutxml></TeamLayoutConfig>`,
      );
    const before = await read('/Team/1/LayoutConfig');
    expect((await team(false)).status).toBe(200);
    expect(await read('/Team/1/LayoutConfig')).toBe(layout);
    await team(true);
    expect(await read('/Team/1/LayoutConfig')).toBe(before);
    await put('/LayoutConfig/default', `<LayoutConfig><layoutxml>${written}</layoutxml></LayoutConfig>`);
    expect([await read('/LayoutConfig/default'), await read('/Team/2/LayoutConfig')]).toEqual([layout, layout]);
    expect(
      (await put('/LayoutConfig/default', '<LayoutConfig><layoutxml>&lt;a</layoutxml></LayoutConfig>')).status,
    ).toBe(400);
  });

  test('a cookie, to who brings none', async () => {
    expect(String((await askFinesse(box, '/SystemInfo')).headers['set-cookie'])).toMatch(/^JSESSIONID=[0-9A-F]{32};/);
    const headers = { cookie: 'JSESSIONID=A' };
    expect((await askFinesse(box, '/SystemInfo', { headers })).headers['set-cookie']).toBeUndefined();
  });

  test('202 to lines for the client log', async () => {
    const body = '<ClientLog><logData>hello</logData></ClientLog>';
    expect((await askFinesse(box, '/User/1001/ClientLog', { as: ada, method: 'POST', body })).status).toBe(202);
  });
});

describe('what REST refuses', () => {
  const stories: readonly [string, string, Asked, number, string][] = [
    ['nobody', '/User/1001', {}, 401, 'Authorization Failure'],
    ['a token in a system of passwords', '/User/1001', { token: 'x' }, 401, 'Authorization Failure'],
    ['to read somebody else', '/User/1002', { as: ada }, 401, 'Invalid Authorization User Specified'],
    ['all users to an agent', '/Users', { as: ada }, 401, 'Invalid Authorization User Specified'],
    [
      'to change somebody else',
      '/User/1002',
      { as: ada, body: user('READY') },
      401,
      'Invalid Authorization User Specified',
    ],
    [
      'an administrator to change somebody else’s sign-in',
      '/User/1001',
      { as: supervisor, body: user('LOGIN') },
      401,
      'Invalid Authorization User Specified',
    ],
    ['a supervisor of another team', '/User/1001', { as: '1011:box', body: user('READY') }, 401, 'Invalid Supervisor'],
    ['another team to a supervisor', '/Team/1', { as: '1011:box' }, 401, 'Invalid Authorization User Specified'],
    ['somebody who does not exist', '/User/9999', { as: admin }, 404, 'Not Found'],
    ['to change somebody who does not exist', '/User/9999', { as: supervisor, body: user('READY') }, 404, 'Not Found'],
    ['a team that does not exist', '/Team/99', { as: admin }, 404, 'finesse.api.team.team_assignment_invalid_team'],
    ['a reason that does not exist', '/ReasonCode/999', { as: ada }, 404, 'Not Found'],
    ['a dialog that does not exist', '/Dialog/1', { as: ada }, 404, 'Not Found'],
    ['media on a UCCX', '/User/1001/Media', { as: ada }, 404, 'Not Found'],
    ['a body without a state', '/User/1001', { as: ada, body: '<User/>' }, 400, 'Parameter Missing'],
    ['a sign-in without a phone', '/User/1001', { as: ada, body: user('LOGIN') }, 400, 'Parameter Missing'],
    ['NOT_READY without a reason', '/User/1001', { as: ada, body: user('NOT_READY') }, 400, 'Parameter Missing'],
    ['reasons without a category', '/ReasonCodes', { as: admin }, 400, 'Parameter Missing'],
    ['a state that nobody knows', '/User/1001', { as: ada, body: user('SLEEPING') }, 400, 'Invalid Input'],
    ['a body that is no XML', '/User/1001', { as: ada, body: '<User' }, 400, 'Invalid Input'],
    [
      'a body that declares entities',
      '/User/1001',
      { as: ada, body: `<!DOCTYPE a [<!ENTITY b "c">]>${user('READY')}` },
      400,
      'Invalid Input',
    ],
    [
      'a reason of the system',
      '/User/1001',
      { as: ada, body: user('NOT_READY', '<reasonCodeId>106</reasonCodeId>') },
      400,
      'Invalid Input',
    ],
    [
      'a code that is there already',
      '/ReasonCode',
      {
        as: admin,
        method: 'POST',
        body: '<ReasonCode><category>NOT_READY</category><code>800</code><label>Again</label></ReasonCode>',
      },
      400,
      'Invalid Input',
    ],
    [
      'NOT_READY by a supervisor of who is not ready',
      '/User/1002',
      { as: supervisor, body: user('NOT_READY') },
      400,
      'Invalid State',
    ],
    [
      'another content type',
      '/User/1001',
      { as: ada, body: '{}', headers: { 'content-type': 'application/json' } },
      415,
      'Invalid Input',
    ],
  ];
  test.each(stories)('%s', async (_name, path, asked, status, type) => {
    const answer = await askFinesse(box, path, asked);
    expect([answer.status, answer.error[0]]).toEqual([status, type]);
  });

  test('a wrong password, and after five the right one too', async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const answer = await askFinesse(box, '/User/1002', { as: '1002:wrong' });
      expect([answer.status, ...answer.error]).toEqual([401, 'Authorization Failure', 'UNAUTHORIZED', '1002']);
    }
    expect((await askFinesse(box, '/User/1002', { as: '1002:box' })).status).toBe(401);
    await fetch(`${box.addresses.page}/box/users/1002/unlock`, { method: 'POST' });
    expect((await askFinesse(box, '/User/1002', { as: '1002:box' })).status).toBe(200);
  });

  test('a reason by a supervisor, in Finesse’s own words', async () => {
    const body = user('NOT_READY', '<reasonCodeId>3</reasonCodeId>');
    const { status, error } = await askFinesse(box, '/User/1001', { as: supervisor, body });
    expect([status, ...error]).toEqual([
      ...[
        400,
        'Invalid Input',
        'For this operation, Reason Codes are not allowed.',
        'finesse.api.reasoncode.not_allowed',
      ],
    ]);
  });

  test('configuration at the secondary node, which a UCCX may read', async () => {
    const path = `${box.addresses.finesse[1]}/finesse/api/ReasonCode`;
    const body = '<ReasonCode><category>NOT_READY</category><code>901</code><label>Late</label></ReasonCode>';
    expect((await ask(box, path, { as: admin, method: 'POST', body })).status).toBe(403);
    expect((await ask(box, `${path}s?category=ALL`, { as: admin })).status).toBe(200);
  });

  test('a path that is none, by a web page', async () => {
    const { status, text } = await askFinesse(box, '/Nothing');
    expect([status, text.startsWith('<!DOCTYPE html>')]).toEqual([404, true]);
  });
});

test('UCCE records its own code for what a supervisor did, and keeps its configuration from the secondary node', async () => {
  const other = await startBox({ scenario: smallScenario({ deployment: 'UCCE' }) });
  other.setState('1001', { state: 'LOGIN' });
  other.setState('1001', { state: 'READY' });
  expect((await askFinesse(other, '/User/1001', { as: supervisor, body: user('NOT_READY') })).status).toBe(202);
  await until(() => other.state().users[0]?.reason === 'Supervisor Initiated (999)');
  const path = `${other.addresses.finesse[1]}/finesse/api/ReasonCodes?category=ALL`;
  expect((await ask(other, path, { as: admin })).status).toBe(403);
  expect(textOf((await askFinesse(other, '/User/ada', { as: admin })).xml, 'loginId')).toBe('1001');
  await other.stop();
});

describe('single sign-on', () => {
  const sso = (signIn: 'SSO' | 'HYBRID') => {
    const scenario = smallScenario({ signIn });
    return startBox({
      scenario: {
        ...scenario,
        users: scenario.users.map(each => (each.id === '1001' ? { ...each, token: 'secret-token' } : each)),
      },
    });
  };

  test('takes tokens and no passwords', async () => {
    const other = await sso('SSO');
    expect((await askFinesse(other, '/User/1001', { token: 'secret-token' })).status).toBe(200);
    expect((await askFinesse(other, '/User/1001', { as: ada })).status).toBe(401);
    expect((await askFinesse(other, '/User/1001', { token: 'another' })).status).toBe(401);
    await other.stop();
  });

  test('takes each user’s own way in a hybrid system', async () => {
    const other = await sso('HYBRID');
    expect((await askFinesse(other, '/User/1001', { token: 'secret-token' })).status).toBe(200);
    expect((await askFinesse(other, '/User/1001', { as: ada })).status).toBe(401);
    expect((await askFinesse(other, '/User/1002', { as: '1002:box' })).status).toBe(200);
    await other.stop();
  });
});
