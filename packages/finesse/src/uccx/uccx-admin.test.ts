import { afterEach, describe, expect, test } from 'vitest';
import { Account } from '../rest/account.ts';
import { createHttp } from '../rest/http.ts';
import { type Answer, type Arrived, type FakeNode, startNode } from '../testing/fake-node.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import { UccxAdminClient } from './admin-client.ts';
import { fromJson, toJson } from './json-tree.ts';
import { readCalendar, readQueue, readResource, readTeamObject } from './objects.ts';
import { withSkills } from './reskill.ts';
import { UccxAdmin } from './uccx-admin.ts';

const resource = `<resource><self>https://H/adminapi/resource/agent1</self><userID>agent1</userID><firstName>Alice</firstName><lastName>Example</lastName><extension>2001</extension><alias/><resourceGroup name="Default"><refURL>https://H/adminapi/resourceGroup/1</refURL></resourceGroup><skillMap><skillCompetency><competencelevel>5</competencelevel><skillNameUriPair name="Chat"><refURL>https://H/adminapi/skill/2</refURL></skillNameUriPair></skillCompetency></skillMap><autoAvailable>true</autoAvailable><type>1</type><team name="Default"><refURL>https://H/adminapi/team/1</refURL></team><primarySupervisorOf><supervisorOfTeamName name="T"><refURL>https://H/adminapi/team/2</refURL></supervisorOfTeamName></primarySupervisorOf><secondarySupervisorOf/></resource>`;
const resourceJson = {
  self: 'https://H/adminapi/resource/agent1',
  userID: 'agent1',
  firstName: 'Alice',
  lastName: 'Example',
  extension: '2001',
  alias: '',
  resourceGroup: { '@name': 'Default', refURL: 'https://H/adminapi/resourceGroup/1' },
  skillMap: {
    skillCompetency: [
      { competencelevel: 5, skillNameUriPair: { '@name': 'Chat', refURL: 'https://H/adminapi/skill/2' } },
    ],
  },
  autoAvailable: true,
  type: 1,
  team: { '@name': 'Default', refURL: 'https://H/adminapi/team/1' },
  primarySupervisorOf: {},
  secondarySupervisorOf: {},
};
const video = { id: '9', name: 'Video & "more"' };

let node: FakeNode | undefined;
afterEach(async () => {
  await node?.stop();
  node = undefined;
});

async function start(format: 'xml' | 'json', answer: (request: Arrived) => Answer) {
  node = await startNode(answer);
  const network = { allowPlainText: true };
  const client = new UccxAdminClient({
    origin: `http://127.0.0.1:${node.port}`,
    account: new Account({ kind: 'password', userId: 'admin', password: 'x' }),
    http: createHttp(network),
    network,
    format,
  });
  return { admin: new UccxAdmin(client), arrived: node.arrived };
}

describe('objects', () => {
  test('10.1 a resource, in XML and in JSON alike', () => {
    const expected = {
      id: 'agent1',
      firstName: 'Alice',
      lastName: 'Example',
      extension: '2001',
      kind: 'agent',
      team: { id: '1', name: 'Default' },
      group: { id: '1', name: 'Default' },
      skills: [{ skillId: '2', skillName: 'Chat', level: 5 }],
    };
    expect(readResource(parseXml(resource))).toEqual(expected);
    expect(readResource(fromJson('resource', resourceJson))).toEqual(expected);
    const single = { ...resourceJson, skillMap: { skillCompetency: resourceJson.skillMap.skillCompetency[0] } };
    expect(readResource(fromJson('resource', single))).toEqual(expected);
    expect(
      readResource(fromJson('resource', { ...resourceJson, skillMap: { '@type': 'skillMapXMLList' } }))?.skills,
    ).toEqual([]);
  });

  test('10.2 a team, with the spelling that UCCX has', () => {
    const team = readTeamObject(
      parseXml(
        `<team><self>x</self><teamId>1</teamId><teamname>Default</teamname><primarySupervisor name="sup1"><refURL>https://H/adminapi/resource/sup1</refURL></primarySupervisor><secondarySupervisors><secondrySupervisor name="sup2"><refURL>https://H/adminapi/resource/sup%2F2</refURL></secondrySupervisor></secondarySupervisors></team>`,
      ),
    );
    expect(team).toEqual({
      id: '1',
      name: 'Default',
      primarySupervisor: { id: 'sup1', name: 'sup1' },
      secondarySupervisors: [{ id: 'sup/2', name: 'sup2' }],
    });
  });

  test('10.3 queues of both pools', () => {
    const skills = readQueue(
      parseXml(
        `<csq><id>3</id><name>Sales</name><queueType>VOICE</queueType><wrapupTime>30</wrapupTime><resourcePoolType>SKILL_GROUP</resourcePoolType><poolSpecificInfo><skillGroup><skillCompetency><competencelevel>5</competencelevel><skillNameUriPair name="Sales"><refURL>https://H/adminapi/skill/4</refURL></skillNameUriPair><weight>1</weight></skillCompetency><selectionCriteria>Most Skilled</selectionCriteria></skillGroup></poolSpecificInfo></csq>`,
      ),
    );
    expect(skills).toEqual({
      id: '3',
      name: 'Sales',
      medium: 'voice',
      pool: 'skills',
      selection: 'most-skilled',
      wrapUpSeconds: 30,
      skills: [{ skillId: '4', skillName: 'Sales', level: 5 }],
    });
    const group = readQueue(
      parseXml(
        `<csq><id>4</id><name>G</name><queueType>CHAT</queueType><resourcePoolType>RESOURCE_GROUP</resourcePoolType><poolSpecificInfo><resourceGroup><selectionCriteria>Longest Available</selectionCriteria></resourceGroup></poolSpecificInfo></csq>`,
      ),
    );
    expect(group).toMatchObject({ medium: 'chat', pool: 'agents', selection: 'longest-available', skills: [] });
  });

  test('10.4 a calendar', () => {
    const calendar = readCalendar(
      parseXml(
        `<calendar><calId>1</calId><name>Office</name><timeZone>Asia/Kolkata</timeZone><description/><calendarType>FLEXIBLEHOURS</calendarType><businessDays><businessDay><dayOfWeek>SUN</dayOfWeek><intervals><interval><name>I1</name><startTime>06:00</startTime><endTime>13:00</endTime></interval></intervals></businessDay></businessDays><holidays><holiday><name>New Year</name><date>2019-01-01</date></holiday></holidays></calendar>`,
      ),
    );
    expect(calendar).toEqual({
      id: '1',
      name: 'Office',
      timeZone: 'Asia/Kolkata',
      kind: 'business-hours',
      hours: [{ day: 'sunday', from: '06:00', to: '13:00' }],
      holidays: [{ name: 'New Year', date: '2019-01-01' }],
    });
  });
});

describe('reskill', () => {
  test('10.5 writes the whole resource in its order, with nothing changed but the skills', () => {
    const tree = withSkills(parseXml(resource), [{ skill: video, level: 7 }], 'https://H/adminapi');
    const map =
      '<skillMap><skillCompetency><competencelevel>7</competencelevel><skillNameUriPair name="Video &amp; &quot;more&quot;"><refURL>https://H/adminapi/skill/9</refURL></skillNameUriPair></skillCompetency></skillMap>';
    expect(writeXml(tree)).toBe(resource.replace(/<skillMap>.*<\/skillMap>/, map));
    expect(writeXml(withSkills(parseXml(resource), [], ''))).toBe(
      resource.replace(/<skillMap>.*<\/skillMap>/, '<skillMap/>'),
    );
    const without = resource.replace(/<skillMap>.*<\/skillMap>/, '');
    expect(writeXml(withSkills(parseXml(without), [], ''))).toBe(
      resource.replace(/<skillMap>.*<\/skillMap>/, '<skillMap/>'),
    );
  });

  test('10.6 the same in JSON, with lists as lists and numbers as numbers', () => {
    expect(toJson(fromJson('resource', resourceJson))).toEqual(resourceJson);
    expect(Object.keys(toJson(fromJson('resource', resourceJson)) as object)).toEqual(Object.keys(resourceJson));
    const tree = withSkills(fromJson('resource', resourceJson), [], 'https://H/adminapi');
    expect(toJson(tree)).toEqual({ ...resourceJson, skillMap: {} });
  });

  test('10.7 levels and numbers that UCCX would refuse are refused before', () => {
    const many = Array.from({ length: 51 }, () => ({ skill: video, level: 1 }));
    expect(() => withSkills(parseXml(resource), many, '')).toThrow('at most 50');
    for (const level of [0, 11, 1.5])
      expect(() => withSkills(parseXml(resource), [{ skill: video, level }], '')).toThrow('1 to 10');
  });

  test.each(['xml', 'json'] as const)('10.8 over HTTP in %s: read, edit, write', async format => {
    const { admin, arrived } = await start(format, ({ method }) =>
      method === 'GET' ? { body: format === 'xml' ? resource : JSON.stringify(resourceJson) } : { status: 200 },
    );
    await admin.reskill('agent1', [{ skill: video, level: 3 }]);
    expect(arrived.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /adminapi/resource/agent1',
      'PUT /adminapi/resource/agent1',
    ]);
    expect(arrived[1]?.headers).toMatchObject({
      'content-type': `application/${format}`,
      authorization: expect.stringContaining('Basic '),
    });
    const written =
      format === 'xml' ? parseXml(arrived[1]?.body ?? '') : fromJson('resource', JSON.parse(arrived[1]?.body ?? ''));
    expect(readResource(written)).toMatchObject({
      firstName: 'Alice',
      skills: [{ skillId: '9', skillName: video.name, level: 3 }],
    });
  });
});

test('10.9 lists: of several, of one that is the object itself, of none', async () => {
  const bodies = [
    '<skills><skill><skillId>2</skillId><skillName>Chat</skillName></skill><skill><skillId>3</skillId><skillName>B</skillName></skill></skills>',
    '<skill><skillId>2</skillId><skillName>Chat</skillName></skill>',
    '<skills/>',
  ];
  const { admin } = await start('xml', () => ({ body: bodies.shift() ?? '' }));
  expect((await admin.skills()).map(({ id }) => id)).toEqual(['2', '3']);
  expect((await admin.skills()).map(({ id }) => id)).toEqual(['2']);
  expect(await admin.skills()).toEqual([]);
});

test('10.10 JSON lists of one', async () => {
  const bodies = [{ skill: { skillId: 2, skillName: 'Chat' } }, { '@type': 'skillXMLList' }];
  const { admin } = await start('json', () => ({ body: JSON.stringify(bodies.shift()) }));
  expect(await admin.skills()).toEqual([{ id: '2', name: 'Chat' }]);
  expect(await admin.skills()).toEqual([]);
});

test('10.17 a UCCX that is not there is told by its own screens, not by those of Finesse', async () => {
  const { admin } = await start('xml', () => ({ body: '' }));
  await node?.stop();
  node = undefined;
  await expect(admin.skills()).rejects.toMatchObject({
    code: 'unreachable',
    message: expect.stringMatching(/\(ECONNREFUSED\).*Cisco Unified CCX Administration/),
  });
});

test.each([
  [
    400,
    '<apiErrors><apiError><errorData>/adminapi/resourceGroup/6</errorData><errorMessage>Not a valid link uri</errorMessage><errorType>InvalidInput</errorType></apiError></apiErrors>',
    'invalid-input',
    'Not a valid link uri',
  ],
  [
    400,
    '{"apiError":[{"errorData":"x","errorMessage":"Not a valid link uri","errorType":"InvalidInput"}]}',
    'invalid-input',
    'InvalidInput',
  ],
  [401, '', 'credential-refused', 'five'],
  [403, '', 'not-allowed', 'Administrator Capability View'],
  [404, '', 'not-found', '/skill'],
  [405, '', 'not-allowed', 'publisher'],
  [409, '', 'conflict', 'name'],
  [412, '', 'invalid-input', 'accept'],
  [415, '', 'invalid-input', 'accept'],
  [500, '<html>', 'refused', '500'],
  [503, '', 'out-of-service', 'utils service list'],
  [200, '<html><title>Cisco</title></html>', 'wrong-port', 'adminapi'],
])('10.11 %i %s is told as %s', async (status, body, code, words) => {
  const { admin } = await start('xml', () => ({ status, body }));
  await expect(admin.skills()).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
});
