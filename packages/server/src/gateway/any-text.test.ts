import { randomUUID } from 'node:crypto';
import { type CommandName, commands, Failure } from '@eyeline/protocol';
import fc from 'fast-check';
import * as v from 'valibot';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ConfigFile } from '../settings/config.ts';
import { ConfigError, parseConfig } from '../settings/parse-config.ts';
import { anyOf, anyText } from '../testing/any-text.ts';
import type { Page } from '../testing/page.ts';
import { TestServer } from '../testing/test-server.ts';

const names = Object.keys(commands) as CommandName[];
const lone = /\0|\p{Surrogate}/u;

let server: TestServer;
let served: Awaited<ReturnType<TestServer['conversation']>>;
beforeAll(async () => {
  server = await TestServer.start({
    limits: {
      commandBurst: 1_000_000,
      commandsPerSecond: 1_000_000,
      signInBurst: 3,
      signInsPerMinute: 1,
    },
  });
  served = await server.conversation();
});
afterAll(() => server.stop());

test('a name that is cut in the middle of a character stops nobody', async () => {
  const other = await server.customer();
  const { page, interactionId } = await server.customer(`${'x'.repeat(79)}😀`);
  await other.page.do('message.send', { interactionId: other.interactionId, text: 'still there' });
  const { facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  expect(facts).toContainEqual(expect.objectContaining({ type: 'participant.joined', name: 'x'.repeat(79) }));
});

test('any text in any field of any command is answered, and the next customer is served', async () => {
  const nobody = await server.page();
  const other = await server.customer('Yan');
  const { agent, customer, interactionId, taskId } = served;
  const anyone = fc.constantFrom<Page>(nobody, customer.page, agent.page);
  const ask = async (name: CommandName, page: Page, payload: unknown) => {
    const isObject = typeof payload === 'object' && payload !== null && 'commandId' in payload;
    const reply = await page.askRaw(name, isObject ? { ...payload, commandId: randomUUID() } : payload);
    if (reply.ok) v.parse(commands[name].output, reply.value);
    else expect(v.parse(Failure, reply.error).code).not.toMatch(/internal|store-unavailable/);
  };
  const ids = [interactionId, taskId, 'support', 'default', 'solved', 'lunch'];
  const calls = names.map(name => fc.tuple(fc.constant(name), anyone, anyOf(commands[name].input, ids)));
  await fc.assert(
    // Together, because some of them wait for what never comes.
    fc.asyncProperty(fc.array(fc.oneof(...calls), { minLength: 800, maxLength: 800 }), async given => {
      await Promise.all(given.map(call => ask(...call)));
      await other.page.do('message.send', { interactionId: other.interactionId, text: 'still there' });
    }),
    { numRuns: 1, endOnFailure: true },
  );
});

test('any text as command id is answered', async () => {
  const { page, interactionId } = await server.customer();
  await fc.assert(
    fc.asyncProperty(anyText, async commandId => {
      const reply = await page.askRaw('message.send', { commandId, interactionId, text: 'x' });
      if (!reply.ok) expect(v.parse(Failure, reply.error).code).toBe('invalid-payload');
    }),
    { numRuns: 40 },
  );
});

test('a form, a message and a note of any text are stored and told as they can be shown', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (name, text) => {
      fc.pre(name.trim() !== '' && text !== '');
      const { page, interactionId } = await server.customer(name);
      await page.do('message.send', { interactionId, text });
      const [stored] = await server.running.centre.store.loadFacts(interactionId);
      const { facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
      expect(facts[0]).toMatchObject({ form: stored?.type === 'interaction.opened' && stored.form });
      expect(lone.test(JSON.stringify(facts))).toBe(false);
      page.close();
    }),
    { numRuns: 25 },
  );
});

test('a configuration of any text is taken, as it can be stored, or refused with its faults', async () => {
  const stored = (config: unknown) => lone.test(JSON.stringify(config).replaceAll(/\\u(d[89a-f]..|0000)/gi, '\0'));
  fc.assert(
    fc.property(anyOf(ConfigFile, ['support', 'default', 'name', 'solved']), given => {
      try {
        expect(stored(parseConfig(given))).toBe(false);
      } catch (error) {
        expect(error).toBeInstanceOf(ConfigError);
      }
    }),
    { numRuns: 200 },
  );
  // Where a text may be anything: it is put in force, and life goes on.
  const { fileConfig, running } = server;
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (label, text) => {
      const title = label.slice(0, 80) || 'x';
      const queues = { default: { name: title, domains: ['chat' as const] } };
      const config = {
        ...fileConfig,
        rules: [],
        routing: { queues },
        notReadyReasons: [{ code: 'lunch', label: title }],
      };
      const entryPoint = { entryPointId: 'support', title, greeting: text.slice(0, 400) };
      await running.reconfigure(parseConfig({ ...config, entryPoints: [entryPoint] }));
      const page = await server.page();
      const opened = await page.do('interaction.open', { entryPointId: 'support' as never, form: {} });
      expect(lone.test(opened.entryPoint.title + opened.entryPoint.greeting)).toBe(false);
      page.close();
    }),
    { numRuns: 10 },
  );
});
