import { expect, test } from 'vitest';
import { ApiClient } from '../testing/api-client.ts';
import { TestServer } from '../testing/test-server.ts';
import { demoPassword } from './demo.ts';

test('when the demo is over its accounts are over: no sign-in, no session, no token', async () => {
  const demo = await TestServer.start();
  const { desk } = await demo.agent('anna');
  const api = new ApiClient(demo.url);
  await api.signIn();
  expect((await api.ask('GET', '/queues')).status).toBe(200);
  await demo.pause();

  const real = await TestServer.start({}, { dataDirectory: demo.dataDirectory, demo: false });
  try {
    const page = await real.page();
    expect(await page.refusal('agent.sign-in', { username: 'anna', password: demoPassword })).toBe('not-allowed');
    expect(await page.refusal('agent.sign-in', { username: 'anna', password: 'a guess' })).toBe('wrong-credentials');
    expect(await page.refusal('agent.resume', { token: desk.token })).toBe('token-invalid');
    const after = new ApiClient(real.url);
    expect(await after.signIn()).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('demo') } },
    });
    expect(await api.at(real.url).ask('GET', '/queues')).toMatchObject({
      status: 403,
      body: { error: { message: expect.stringContaining('demo') } },
    });
  } finally {
    await real.stop();
  }
});

test('nor does a session go on that has a customer: the conversation ends', async () => {
  const demo = await TestServer.start();
  const { agent, customer, interactionId } = await demo.conversation();
  const wrapping = await demo.conversation('support', 'ben');
  await wrapping.agent.page.do('interaction.end', { interactionId: wrapping.interactionId });
  await demo.pause();

  const real = await TestServer.start({}, { dataDirectory: demo.dataDirectory, demo: false });
  try {
    const page = await real.page();
    for (const { desk } of [agent, wrapping.agent])
      expect(await page.refusal('agent.resume', { token: desk.token })).toBe('token-invalid');
    expect([...real.running.centre.work.state.tasks.values()]).toEqual([]);
    const zoe = await real.page();
    await zoe.do('customer.resume', { token: customer.token });
    const { facts } = await zoe.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts.at(-1)).toMatchObject({ type: 'interaction.closed', participantId: null });
  } finally {
    await real.stop();
  }
});
