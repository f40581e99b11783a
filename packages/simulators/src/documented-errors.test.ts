import { FinesseError, usualQueue } from '@eyeline/finesse';
import { afterEach, describe, expect, test } from 'vitest';
import type { Fault } from './scenario/fault.ts';
import type { ScenarioInput } from './scenario/scenario.ts';
import { Stage } from './testing/stage.ts';

// Every error answer that Cisco's guides name, met once by the client that meets it in a contact centre, over HTTP and XMPP.

let stage: Stage;
afterEach(() => stage.close());

interface Met {
  /** As the guides name it. */
  readonly name: string;
  readonly scenario?: Partial<ScenarioInput>;
  readonly meet: (stage: Stage) => Promise<unknown>;
  readonly code: string;
  readonly sentence: string;
}

async function expectFault({ scenario, meet, code, sentence }: Met): Promise<void> {
  stage = await Stage.open(scenario);
  const fault: unknown = await meet(stage).then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(fault).toBeInstanceOf(FinesseError);
  if (!(fault instanceof FinesseError)) return;
  expect([fault.code, fault.message]).toEqual([fault.code, expect.stringContaining(sentence)]);
  expect(fault.code).toBe(code);
  // One sentence, which ends.
  expect(fault.message).toMatch(/[^.]\.$/);
}

const order = (stage: Stage, fault: Fault) => void stage.box.order(fault);
const task = { interactionId: 'i-1', queue: 'VideoRouting', customerName: 'Jane', title: 'Video', description: 'A' };

describe('Finesse, at once', () => {
  test.each<Met>([
    {
      name: '400 Parameter Missing: the own NOT_READY without a reason',
      meet: async stage => {
        await stage.ready();
        return stage.as('1001').changeVoice('1001', 'not-ready');
      },
      code: 'invalid-input',
      sentence: 'Finesse does not accept the request to make 1001 not-ready (Parameter Missing /',
    },
    {
      name: '400 Invalid Input: a supervisor’s reason',
      meet: async stage => {
        await stage.ready();
        return stage.as('eyeline').changeVoice('1001', 'not-ready', { reasonCodeId: '3' });
      },
      code: 'invalid-input',
      sentence: 'For this operation, Reason Codes are not allowed. / finesse.api.reasoncode.not_allowed',
    },
    {
      name: '400 Invalid Input: a reason that the agent has not',
      meet: async stage => {
        await stage.ready();
        return stage.as('1001').changeVoice('1001', 'not-ready', { reasonCodeId: '4' });
      },
      code: 'invalid-input',
      sentence: '(Invalid Input / The reason code is not one of this user. / 4)',
    },
    ...([400, 401] as const).map(status => ({
      name: `${status} Invalid State: a supervisor’s NOT_READY for somebody who is not READY`,
      scenario: { uncertain: { supervisorInvalidState: status } },
      meet: async (stage: Stage) => {
        stage.box.setState('1001', { state: 'LOGIN' });
        return stage.as('eyeline').changeVoice('1001', 'not-ready');
      },
      code: 'invalid-state',
      sentence: 'Finesse cannot make 1001 not-ready in this state (Invalid State /',
    })),
    {
      name: '401 Authorization Failure: a wrong password',
      meet: stage => stage.as('eyeline', 'wrong').user('1001'),
      code: 'credential-refused',
      sentence: 'refuses the account eyeline: correct its password;',
    },
    {
      name: '401 Invalid Authorization User Specified: an agent who asks about everybody',
      meet: stage => stage.as('1001').users(),
      code: 'not-allowed',
      sentence: 'The account 1001 may not read all users: Finesse lets only',
    },
    {
      name: '401 Invalid Supervisor: of another team',
      meet: async stage => {
        await stage.ready();
        return stage.as('1011').changeVoice('1001', 'not-ready');
      },
      code: 'not-supervisor',
      sentence:
        'The account 1011 may not change other agents: make it a supervisor of their teams in Cisco Unified CCX',
    },
    {
      name: '403: a change of configuration at the secondary node',
      meet: stage => stage.as('eyeline', 'box', 1).changeLayout({ layout: '<finesseLayout/>', useDefault: false }),
      code: 'secondary-node',
      sentence: 'is the secondary node, which takes no changes of configuration: address the primary node',
    },
    {
      name: '404 Not Found: a user',
      meet: stage => stage.as('eyeline').user('9999'),
      code: 'not-found',
      sentence: 'Finesse cannot read the user 9999: it is not there (Not Found /',
    },
    {
      name: '404 finesse.api.team.team_assignment_invalid_team',
      meet: stage => stage.as('eyeline').team('99'),
      code: 'not-found',
      sentence: '(finesse.api.team.team_assignment_invalid_team / The team is not found. / 574)',
    },
    {
      name: '404 with Tomcat’s page',
      meet: stage => {
        order(stage, { type: 'http-error', status: 404, page: true, path: '/User' });
        return stage.as('eyeline').user('1001');
      },
      code: 'wrong-port',
      sentence: 'is not the Finesse API',
    },
    {
      name: '500 Internal Server Error',
      meet: stage => {
        order(stage, { type: 'http-error', status: 500, path: '/User' });
        return stage.as('eyeline').user('1001');
      },
      code: 'refused',
      sentence: 'Finesse answers 500 to the request to read the user 1001 (Internal Server Error /',
    },
    {
      name: '503 SERVER_OUT_OF_SERVICE, of both nodes',
      meet: async stage => {
        const rest = stage.as('eyeline');
        await rest.user('1001');
        for (const node of ['A', 'B'] as const) order(stage, { type: 'node-out-of-service', node });
        return rest.user('1001');
      },
      code: 'out-of-service',
      sentence: 'No Finesse node is in service',
    },
    {
      name: 'media of a UCCX',
      meet: stage => stage.as('1001').mediaList('1001'),
      code: 'not-supported',
      sentence: 'UCCX has no Media API: tasks of other media are routed by our own engine there;',
    },
  ])('$name', expectFault);
});

describe('Finesse, in a notification after 202', () => {
  test.each<Met>([
    {
      name: 'Invalid Device, CF_INVALID_LOGON_DEVICE_SPECIFIED, 260',
      meet: async stage => (await stage.listening('1001')).changeVoice('1001', 'sign-in', { extension: '9' }),
      code: 'invalid-input',
      sentence: 'Finesse refuses the change (Invalid Device / CF_INVALID_LOGON_DEVICE_SPECIFIED / 260).',
    },
    {
      name: 'Invalid State, CF_INVALID_OBJECT_STATE, 22: while a call is offered',
      meet: async stage => {
        const ada = await stage.listening('1001');
        await stage.ready();
        stage.box.call({ user: '1001' });
        return ada.changeVoice('1001', 'not-ready', { reasonCodeId: '3' });
      },
      code: 'invalid-state',
      sentence: 'CF_INVALID_OBJECT_STATE / 22',
    },
    {
      name: 'CF_INVALID_AGENT_WORKMODE, 265: READY during a call of a queue',
      meet: async stage => {
        const ada = await stage.listening('1001');
        await stage.ready();
        stage.box.act(stage.box.call({ user: '1001' }) ?? '', 'ANSWER');
        return ada.changeVoice('1001', 'ready');
      },
      code: 'invalid-state',
      sentence: 'CF_INVALID_AGENT_WORKMODE / 265',
    },
    {
      name: 'CF_RESOURCE_BUSY, 33: on a call that routing did not give',
      meet: async stage => {
        const ada = await stage.listening('1001');
        await stage.ready();
        stage.box.call({ user: '1001', kind: 'non-acd' });
        return ada.changeVoice('1001', 'ready');
      },
      code: 'invalid-state',
      sentence: 'CF_RESOURCE_BUSY / 33',
    },
    {
      name: 'the same told to the supervisor who asked',
      meet: async stage => {
        const supervisor = await stage.listening('eyeline');
        await stage.ready();
        stage.box.call({ user: '1001', kind: 'non-acd' });
        return supervisor.changeVoice('1001', 'ready');
      },
      code: 'invalid-state',
      sentence: 'CF_RESOURCE_BUSY / 33',
    },
    {
      name: 'nothing at all',
      meet: async stage => {
        const ada = await stage.listening('1001');
        await stage.ready();
        order(stage, { type: 'notification-lost' });
        return ada.changeVoice('1001', 'not-ready', { reasonCodeId: '3' });
      },
      code: 'not-confirmed',
      sentence: 'Finesse accepted to make 1001 not-ready and did not confirm it within 1500 ms: read the state again.',
    },
  ])('$name', expectFault);
});

describe('UCCX', () => {
  const byOrder = (status: number, code: string, sentence: string): Met => ({
    name: `${status}, by order`,
    meet: stage => {
      order(stage, { type: 'http-error', status, path: '/adminapi' });
      return stage.uccx().admin.skills();
    },
    code,
    sentence,
  });
  test.each<Met>([
    {
      name: '400 InvalidInput: a link to nothing',
      meet: stage => {
        const pool = { by: 'skills', skills: [], selection: 'most-skilled' } as const;
        const skill = { id: '77', name: 'None', address: `${stage.box.addresses.uccx}/adminapi/skill/77` };
        const skills = [{ skill, level: 5 }];
        return stage.uccx().admin.createQueue({ ...usualQueue, name: 'Q', pool: { ...pool, skills } });
      },
      code: 'invalid-input',
      sentence: 'UCCX does not accept POST /csq (InvalidInput / Not a valid link uri',
    },
    {
      name: '401: a wrong password',
      meet: stage => stage.uccx('eyeline', 'wrong').admin.skills(),
      code: 'credential-refused',
      sentence: 'refuses the account eyeline: correct its password;',
    },
    {
      name: '403: an agent',
      meet: stage => stage.uccx('1001').admin.skills(),
      code: 'not-allowed',
      sentence: "The account 1001 may not GET /skill: give it the administrator's capability in Cisco Unified CCX",
    },
    {
      name: '404: a skill that is not there',
      meet: stage => stage.uccx().admin.renameSkill('77', 'Other'),
      code: 'not-found',
      sentence: 'UCCX has no /skill/77 (NotFound /',
    },
    {
      name: '405: a list that nobody may add to',
      meet: stage =>
        stage.uccx().client.create('/resource', { name: 'resource', attributes: new Map(), children: [], text: '' }),
      code: 'not-allowed',
      sentence: 'does not take POST /resource: write to the publisher ("show network cluster").',
    },
    {
      name: '409: a name that is there',
      meet: stage => stage.uccx().admin.createSkill('Video'),
      code: 'conflict',
      sentence: 'UCCX has another object of that name (Conflict /',
    },
    byOrder(412, 'invalid-input', 'UCCX does not accept GET /skill (ServerError / By order of a fault.).'),
    byOrder(415, 'invalid-input', 'UCCX does not accept GET /skill (ServerError / By order of a fault.).'),
    byOrder(500, 'refused', 'UCCX answers 500 to GET /skill (ServerError / By order of a fault.).'),
    byOrder(503, 'out-of-service', 'UCCX is not in service: see "utils service list" on the node'),
  ])('$name', expectFault);
});

describe('Task Routing', () => {
  const scenario = { deployment: 'UCCE' } as const;
  test.each<Met>([
    {
      name: '400: a script that is none of the feed’s',
      scenario: { ...scenario, feeds: [{ id: '101212', name: 'Video feed', domain: '5001', scripts: ['Other'] }] },
      meet: stage => stage.tasks().request(task),
      code: 'refused',
      sentence: 'The platform did not take the task (400 (Invalid Input / The script selector is not one of this feed.',
    },
    {
      name: '404: a feed that is not there',
      scenario,
      meet: stage => stage.tasks({ id: '5' }).request(task),
      code: 'not-found',
      sentence: 'The platform did not take the task (404',
    },
    {
      name: '401: an account that the platform does not know',
      scenario,
      meet: stage => stage.tasks({ name: 'Video feed' }, 'wrong').request(task),
      code: 'credential-refused',
      sentence: 'The platform refuses the account eyeline: use one that signs in at https://',
    },
    {
      name: 'a feed of another name',
      scenario,
      meet: stage => stage.tasks({ name: 'Film' }, 'box').request(task),
      code: 'not-found',
      sentence: 'The platform has no task feed "Film"; there are: Video feed (101212).',
    },
    {
      name: '500, about a task',
      scenario,
      meet: async stage => {
        const tasks = stage.tasks();
        const routed = await tasks.request(task);
        order(stage, { type: 'http-error', status: 500, path: '/task/contact' });
        return tasks.status(routed);
      },
      code: 'refused',
      sentence: 'The platform answers 500',
    },
    {
      name: '503: the platform is not in service',
      scenario,
      meet: stage => {
        order(stage, { type: 'http-error', status: 503, path: '/ccp' });
        return stage.tasks().request(task);
      },
      code: 'out-of-service',
      sentence: 'The platform did not take the task (503 (Service Unavailable / SERVER_OUT_OF_SERVICE)',
    },
  ])('$name', expectFault);

  test('404 about a task is one that is gone; so is its end', async () => {
    stage = await Stage.open({ ...scenario, timings: { taskMs: 30 } });
    const tasks = stage.tasks();
    const routed = await tasks.request(task);
    await new Promise(resolve => setTimeout(resolve, 80));
    expect(await tasks.status(routed)).toEqual({ state: 'gone' });
    expect(await tasks.cancel(routed)).toBe(true);
  });
});
