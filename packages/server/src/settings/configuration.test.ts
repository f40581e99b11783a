import { readFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { agentStatus } from '@eyeline/routing';
import { pino } from 'pino';
import { afterEach, describe, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';
import { parseConfig, readConfig } from './parse-config.ts';
import { watchConfig } from './watch-config.ts';

const example = new URL('../../../../examples/contact-centre.json', import.meta.url).pathname;
const source = () => JSON.parse(readFileSync(example, 'utf8'));
const until = (isSo: () => boolean) => expect.poll(isSo, { timeout: 60_000 }).toBe(true);

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

describe('the example of a real contact centre', () => {
  test('is valid: queues, precision steps, calendars with holidays, rules', () => {
    const { routing, entryPoints } = readConfig(example);
    expect(Object.keys(routing.queues)).toEqual(['general', 'everybody', 'cards', 'mortgage', 'letters']);
    expect(routing.queues['mortgage']?.steps).toHaveLength(3);
    expect(routing.queues['mortgage']?.calendar).toBe('advice');
    expect(entryPoints.map(({ entryPointId }) => entryPointId)).toEqual(['bank', 'mortgage', 'card-lost']);
  });

  test('runs: a lost card goes to the card desk at the highest priority, a loan asks for the skill', async () => {
    const { entryPoints, routing, calendars, rules } = source();
    const always = entryPoints.map(({ calendar: _, ...rest }: { calendar?: string }) => rest);
    server = await TestServer.start({ entryPoints: always, routing, calendars, rules });
    const open = async (form: Record<string, string>) => {
      const page = await (server as TestServer).page();
      return page.do('interaction.open', { entryPointId: 'bank', form: { name: 'Zoe', ...form } });
    };
    const lost = await open({ topic: 'Card lost' });
    const loan = await open({ topic: 'Loan', language: 'Deutsch' });
    const { centre } = server.running;
    const taskOf = (interactionId: string) =>
      [...centre.work.state.tasks.values()].find(
        ({ taskId }) => centre.interaction.logs.ofTask(taskId)?.interactionId === interactionId,
      );
    expect(taskOf(lost.interactionId)).toMatchObject({ queueId: 'cards', priority: 10, skills: [] });
    expect(taskOf(loan.interactionId)).toMatchObject({
      queueId: 'general',
      skills: [
        { skill: 'loans', atLeast: 3 },
        { skill: 'german', atLeast: 5 },
      ],
    });
    // Ben blocks cards and Anna speaks German: both get what is theirs.
    const ben = await server.agent('ben');
    expect(await ben.page.waitFor('offer.made')).toMatchObject({
      interactionId: lost.interactionId,
      queue: 'Lost cards',
      domain: 'chat',
    });
  });
});

test.each([
  [
    'a queue with an unknown skill',
    (config: ReturnType<typeof source>) => {
      config.routing.queues.cards.skills[0].skill = 'kards';
    },
    'routing.queues.cards.skills.0.skill: expected one of the skills: english, german, loans, mortgage, cards, found',
  ],
  [
    'a precision step with no term',
    (config: ReturnType<typeof source>) => {
      config.routing.queues.mortgage.steps[0].term = { all: [] };
    },
    'routing.queues.mortgage.steps.0.term.all: expected at least one term, found an empty list',
  ],
  [
    'a calendar whose end precedes its start without being overnight',
    (config: ReturnType<typeof source>) => {
      config.calendars.night.hours[0].overnight = false;
    },
    'calendars.night.hours.0.to: expected',
  ],
  [
    'an entry point with a queue that is not there',
    (config: ReturnType<typeof source>) => {
      config.entryPoints[0].queue = 'generel';
    },
    'entryPoints.0.queue: expected one of the queues: general, everybody, cards, mortgage, letters, found "generel"',
  ],
  [
    'a queue with a calendar that is not there',
    (config: ReturnType<typeof source>) => {
      config.routing.queues.general.calendar = 'never';
    },
    'routing.queues.general.calendar: expected one of the calendars: branch, advice, night, found "never"',
  ],
  [
    'a fallback with a callback and no field for the number',
    (config: ReturnType<typeof source>) => {
      config.entryPoints[1].form = config.entryPoints[1].form.filter(({ type }: { type: string }) => type !== 'tel');
    },
    'entryPoints.1.form: expected a field of type "tel", since the fallback has "callback", found text, text, textarea',
  ],
  [
    'a fallback with a message and no field for it',
    (config: ReturnType<typeof source>) => {
      config.entryPoints[1].form = [{ name: 'phone', label: 'Phone', type: 'tel' }];
    },
    'entryPoints.1.form: expected a field of type "textarea", since the fallback has "message", found tel',
  ],
  [
    'a field that is there twice',
    (config: ReturnType<typeof source>) => {
      config.entryPoints[0].form.push(config.entryPoints[0].form[0]);
    },
    'entryPoints.0.form.6.name: expected a name that no field before it has, found "name"',
  ],
  [
    'a choice among nothing',
    (config: ReturnType<typeof source>) => {
      config.entryPoints[0].form[3].options = [];
    },
    'entryPoints.0.form.3.options: expected at least one option to select, found none',
  ],
  [
    'a name that no field has',
    (config: ReturnType<typeof source>) => {
      config.entryPoints[0].nameField = 'nome';
    },
    'entryPoints.0.nameField: expected one of the fields: name, customerNumber, phone, topic, language, question, found',
  ],
  [
    'a fallback with a callback and no queue that calls back',
    (config: ReturnType<typeof source>) => {
      for (const queue of Object.values<{ callback?: unknown }>(config.routing.queues)) delete queue.callback;
    },
    'entryPoints.1.fallback.0: expected a step that some queue serves: none has `callback`, found "callback"',
  ],
  [
    'a queue that calls back without the domain',
    (config: ReturnType<typeof source>) => {
      config.routing.queues.general.domains = ['chat'];
    },
    'routing.queues.general.domains: expected "callback" among them, since `callback` is there, found a list',
  ],
  [
    'a wrap-up code that is there twice',
    (config: ReturnType<typeof source>) => {
      config.wrapUpCodes = [
        { code: 'done', label: 'Done' },
        { code: 'done', label: 'Over' },
      ];
    },
    'wrapUpCodes.1.code: expected a code that no choice before it has, found "done"',
  ],
  [
    'a span that is no whole number',
    (config: ReturnType<typeof source>) => {
      config.routing.queues.general.maxWaitMs = 0.5;
    },
    'routing.queues.general.maxWaitMs: expected a whole number, found 0.5',
  ],
  [
    'an id with a space',
    (config: ReturnType<typeof source>) => {
      config.routing.queues['my queue'] = {};
    },
    'routing.queues.my queue: expected an id of 1 to 64 letters',
  ],
  [
    'a rule that names a queue that is not there',
    (config: ReturnType<typeof source>) => {
      config.rules[0].outcome.queueId = 'postbox';
    },
    'rules.0.outcome.queueId: expected one of the queues',
  ],
  [
    'a router that falls back to a skill that is not there',
    (config: ReturnType<typeof source>) => {
      config.router = { url: 'https://router.example/', fallback: { skills: { french: 3 } } };
    },
    'router.fallback.skills.french: expected one of the skills',
  ],
])('%s is refused with the path of the fault and what was expected', (_, spoil, sentence) => {
  const config = source();
  spoil(config);
  expect(() => parseConfig(config)).toThrow(sentence);
});

test('every fault is told at once', () => {
  const config = source();
  config.routing.queues.cards.skills[0].skill = 'kards';
  config.entryPoints[0].queue = 'generel';
  config.rules[0].outcome.queueId = 'postbox';
  expect(() => parseConfig(config)).toThrow(/kards.*generel|generel.*kards/);
  expect(() => parseConfig(config)).toThrow(/postbox/);
});

test('a file that changes is applied without a restart; a faulty one is refused and the running one stays', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'eyeline-config-'));
  const path = join(folder, 'config.json');
  const config = { entryPoints: [{ entryPointId: 'support', title: 'Support' }], sfu: { port: 0 } };
  await writeFile(path, JSON.stringify(config));
  const logged: string[] = [];
  const log = pino({ level: 'info' }, { write: line => logged.push(JSON.parse(line).msg) });
  server = await TestServer.start(config);
  const { centre } = server.running;
  const stop = watchConfig({ path, log, apply: next => centre.reconfigure(next), everyMs: 20 });
  try {
    const anna = await server.agent('anna');
    const first = await server.customer('Zoe');
    const { offerId } = await anna.page.waitFor('offer.made');
    await anna.page.do('offer.accept', { offerId });
    const waiting = await server.customer('Max');

    const next = {
      ...config,
      entryPoints: [...config.entryPoints, { entryPointId: 'sales', title: 'Sales', queue: 'sales' }],
      routing: {
        queues: { default: {}, sales: { name: 'Sales', skills: [{ skill: 'selling' }] } },
        skills: ['selling'],
        agents: { anna: { skills: { selling: 5 }, domains: { chat: 2 } }, nobody: {} },
      },
    };
    await writeFile(path, JSON.stringify(next));
    await until(() => logged.includes(`The configuration ${path} is in force.`));
    expect(logged).toContain('routing.agents.nobody: there is no such account yet. Add it with add-agent.');
    // Anna may have two chats now; who waits in a queue that is gone is served all the same.
    expect(await anna.page.waitFor('offer.made', one => one.interactionId === waiting.interactionId)).toMatchObject({
      queue: 'Support',
    });
    await first.page.do('message.send', { interactionId: first.interactionId, text: 'still there?' });
    const { entryPoint } = await waiting.page.do('entry-point.get', { entryPointId: 'sales' });
    expect(entryPoint.title).toBe('Sales');

    logged.length = 0;
    await appendFile(path, ' }');
    await until(() => logged.length > 0);
    expect(logged[0]).toBe(`The configuration ${path} was refused; the one before stays in force.`);
    logged.length = 0;
    const wrong = { ...next, entryPoints: [{ entryPointId: 'sales', title: 'Sales', queue: 'sails' }] };
    await writeFile(path, JSON.stringify(wrong));
    await until(() => logged.length > 1);
    expect(logged[1]).toMatch(/^entryPoints\.0\.queue: expected one of the queues: default, sales, found "sails"$/);
    expect(Object.keys(centre.work.state.configuration.queues)).toEqual(['default', 'sales']);
    expect(agentStatus(centre.work.state, anna.agentId)?.state).toBe('ready');

    logged.length = 0;
    await writeFile(path, JSON.stringify(config));
    await until(() => logged.length > 0);
    process.emit('SIGHUP');
    await until(() => logged.length > 1);
    expect(logged).toEqual([1, 2].map(() => `The configuration ${path} is in force.`));
  } finally {
    stop();
    await rm(folder, { recursive: true });
  }
});
