import { afterEach, expect, test } from 'vitest';
import { TestServer } from '../../testing/test-server.ts';

let server: TestServer;
afterEach(() => server.stop());

const form = [{ name: 'number', label: 'Customer number', type: 'text' as const }];
const routing = { queues: { default: { stickyMs: 60_000 } }, agentDefaults: { domains: { chat: 1 } } };

test('who comes again gets the last agent, who is waited for; others get whoever is free', async () => {
  server = await TestServer.start({
    entryPoints: [{ entryPointId: 'support', title: 'Support', form, stickyField: 'number' }],
    routing,
  });
  const come = async (number: string) => {
    const page = await server.page();
    const { interactionId } = await page.do('interaction.open', { entryPointId: 'support', form: { number } } as never);
    return { page, interactionId };
  };
  const desks = { anna: await server.agent('anna', false), ben: await server.agent('ben', false) };
  const offerFor = (who: 'anna' | 'ben', interactionId: string) =>
    desks[who].page.waitFor('offer.made', one => one.interactionId === interactionId);
  const ready = (who: 'anna' | 'ben') => desks[who].page.do('agent.set-state', { state: 'ready', domains: ['chat'] });
  const serve = async (who: 'anna' | 'ben', { page, interactionId }: Awaited<ReturnType<typeof come>>) => {
    const { offerId, taskId } = await offerFor(who, interactionId);
    await desks[who].page.do('offer.accept', { offerId });
    return async () => {
      await page.do('interaction.end', { interactionId });
      await desks[who].page.do('task.wrap-up', { taskId, code: 'solved' });
    };
  };
  await ready('ben');
  const end = await serve('ben', await come(' K-17 '));
  await end();
  await ready('anna');
  // Ben has been free for longer since; Anna would be next.
  const busy = await serve('ben', await come('k-17'));
  const again = await come('K-17');
  await serve('anna', await come('K-18'));
  await busy();
  await offerFor('ben', again.interactionId);
});

test('a personal queue: nobody but the one agent', async () => {
  server = await TestServer.start({
    entryPoints: [
      {
        entryPointId: 'support',
        title: 'Support',
        rules: [{ ruleId: 'ben', outcome: { preferredAgentId: 'ben' as never, insists: true } }],
      },
    ],
    routing,
  });
  const anna = await server.agent('anna');
  const zoe = await server.customer('Zoe');
  await anna.page.settle();
  expect(anna.page.payloads('offer.made')).toEqual([]);
  const ben = await server.agent('ben');
  expect(await ben.page.waitFor('offer.made')).toMatchObject({ interactionId: zoe.interactionId });
});
