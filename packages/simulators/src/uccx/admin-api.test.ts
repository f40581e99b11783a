import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Box, startBox } from '../box.ts';
import { type Asked, ask } from '../testing/box-client.ts';
import { smallScenario } from '../testing/small-scenario.ts';
import { writeXml } from '../xml/write-xml.ts';
import { childOf, textOf, type XmlElement } from '../xml/xml-element.ts';

let box: Box;
beforeEach(async () => {
  box = await startBox({ scenario: smallScenario() });
});
afterEach(() => box.stop());

const admin = 'eyeline:box';
const json = { accept: 'application/json', 'content-type': 'application/json' };
const admins = (path: string, asked: Asked = {}) =>
  ask(box, `${box.addresses.uccx}/adminapi${path}`, { as: admin, ...asked });
const error = ({ xml }: { xml: XmlElement | undefined }) => {
  const first = xml?.children[0];
  return [textOf(first, 'errorType'), textOf(first, 'errorMessage')];
};

describe('the administration API', () => {
  test('lists every kind of object', async () => {
    const roots = [];
    for (const kind of ['skill', 'resource', 'resourceGroup', 'csq', 'team', 'calendar']) {
      const { status, xml } = await admins(`/${kind}`);
      roots.push([status, xml?.name, xml?.children.length]);
    }
    expect(roots).toEqual([
      [200, 'skills', 3],
      [200, 'resources', 4],
      [200, 'resourceGroups', 1],
      [200, 'csqs', 3],
      [200, 'teams', 2],
      [200, 'calendars', 1],
    ]);
  });

  test('spells a team’s other supervisors as Cisco does', async () => {
    const { text } = await admins('/team/2');
    expect(text).toContain('<teamname>Service</teamname>');
    expect(text).toContain('<secondrySupervisor name="1011">');
  });

  test('reskills an agent: read, edit, write the whole, in XML', async () => {
    const before = await admins('/resource/1001');
    const text = before.text.replace('<competencelevel>7</competencelevel>', '<competencelevel>9</competencelevel>');
    expect(text).not.toBe(before.text);
    expect((await admins('/resource/1001', { body: text })).status).toBe(200);
    expect((await admins('/resource/1001')).text).toBe(text);
  });

  test('reskills an agent in JSON, where a list of one is the object itself', async () => {
    const read = async () => JSON.parse((await admins('/resource/1001', { headers: json })).text);
    const agent = await read();
    const [first] = agent.skillMap.skillCompetency;
    const body = JSON.stringify({ ...agent, skillMap: { skillCompetency: first } });
    expect((await admins('/resource/1001', { body, headers: json })).status).toBe(200);
    expect((await read()).skillMap).toEqual({ skillCompetency: first });
    const none = JSON.stringify({ ...agent, skillMap: {} });
    expect((await admins('/resource/1001', { body: none, headers: json })).status).toBe(200);
    expect((await read()).skillMap).toEqual({});
  });

  test('makes and removes a skill', async () => {
    const made = await admins('/skill', {
      method: 'POST',
      body: '<skill><skillName>Sign language</skillName></skill>',
    });
    expect([made.status, made.headers['location']]).toEqual([201, `${box.addresses.uccx}/adminapi/skill/4`]);
    expect(textOf((await admins('/skill/4')).xml, 'skillName')).toBe('Sign language');
    expect((await admins('/skill/4', { method: 'DELETE' })).status).toBe(200);
    expect((await admins('/skill/4')).status).toBe(404);
  });

  test('shows a supervisor the own team only', async () => {
    const { xml } = await admins('/resource', { as: '1011:box' });
    expect(xml?.children.map(each => textOf(each, 'userID'))).toEqual(['1002', '1011']);
  });
});

describe('it refuses', () => {
  const change = async (edit: (children: readonly XmlElement[]) => readonly XmlElement[]) => {
    const { xml } = await admins('/resource/1001');
    if (!xml) throw new Error('There is no such agent.');
    return admins('/resource/1001', { body: writeXml({ ...xml, children: edit(xml.children) }) });
  };

  test('elements in another order, in the words of the schema', async () => {
    const answer = await change(children => [
      ...children.slice(0, 4),
      ...children.slice(5, 6),
      ...children.slice(4, 5),
      ...children.slice(6),
    ]);
    expect([answer.status, ...error(answer)]).toEqual([
      ...[400, 'InvalidInput'],
      expect.stringMatching(/cvc-complex-type\.2\.4\.a.*'alias'.*One of '\{extension\}' is expected/),
    ]);
  });

  test('an object that is not whole', async () => {
    const answer = await change(children => children.filter(({ name }) => name !== 'autoAvailable'));
    expect([answer.status, error(answer)[1]]).toEqual([
      400,
      expect.stringContaining("One of '{autoAvailable}' is expected"),
    ]);
  });

  test('a level above ten, and a skill that is none', async () => {
    const { text } = await admins('/resource/1001');
    const level = await admins('/resource/1001', { body: text.replace('>7<', '>11<') });
    expect([level.status, error(level)[1]]).toEqual([400, expect.stringContaining('between 1 and 10')]);
    const skill = await admins('/resource/1001', { body: text.replace('/skill/3<', '/skill/6<') });
    expect([skill.status, error(skill)[1]]).toEqual([400, expect.stringContaining('id qualifier [6] is not found')]);
  });

  const stories: readonly [string, string, Asked, number][] = [
    ['a wrong password', '/skill', { as: 'eyeline:wrong' }, 401],
    ['an agent', '/skill', { as: '1001:box' }, 403],
    [
      'a supervisor who writes',
      '/skill',
      { as: '1011:box', method: 'POST', body: '<skill><skillName>A</skillName></skill>' },
      403,
    ],
    ['a supervisor of another team', '/resource/1001', { as: '1011:box' }, 403],
    ['an object that is not there', '/csq/99', {}, 404],
    ['a kind that is not there', '/nothing', {}, 404],
    ['to make an agent', '/resource', { method: 'POST', body: '<resource/>' }, 405],
    ['to change a list', '/skill', { body: '<skills/>' }, 405],
    ['a name that is taken', '/skill', { method: 'POST', body: '<skill><skillName>Video</skillName></skill>' }, 409],
    ['a text', '/skill', { method: 'POST', body: 'Video', headers: { 'content-type': 'text/plain' } }, 415],
  ];
  test.each(stories)('%s', async (_name, path, asked, status) => {
    const answer = await admins(path, asked);
    expect([answer.status, answer.xml?.name]).toEqual([status, 'apiErrors']);
  });

  test.each([412, 500, 503])('with %i, by order', async status => {
    box.order({ type: 'http-error', path: '/adminapi', status, times: 1 });
    expect((await admins('/skill')).status).toBe(status);
    expect((await admins('/skill')).status).toBe(200);
  });

  test('in JSON who asks in JSON', async () => {
    const { status, text } = await admins('/skill/99', { headers: json });
    expect([status, JSON.parse(text)]).toMatchObject([404, { apiError: [{ errorType: 'NotFound' }] }]);
  });
});

test('a calendar has its days and its holidays', async () => {
  const { xml } = await admins('/calendar/1');
  expect(childOf(xml, 'businessDays')?.children.map(day => textOf(day, 'dayOfWeek'))).toEqual([
    'MON',
    'TUE',
    'WED',
    'THU',
    'FRI',
  ]);
  expect(textOf(childOf(xml, 'holidays')?.children[0], 'date')).toBe('2027-01-01');
});
