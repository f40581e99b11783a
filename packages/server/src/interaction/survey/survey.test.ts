import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { ApiClient } from '../../testing/api-client.ts';
import { SkippedTime } from '../../testing/skipped-time.ts';
import { TestServer, testConfig } from '../../testing/test-server.ts';

const survey = { title: 'How was it?', stars: true, text: 'What should we know?', withinMs: 60_000 } as const;
const [support, ...others] = testConfig.entryPoints;
const withSurvey = { entryPoints: [{ ...support, survey }, ...others] as never };

test('a customer says once how it was, when it is over; desk and API read it, other customers and pages do not', async () => {
  const time = new SkippedTime();
  const server = await TestServer.start(withSurvey, { clock: time.clock });
  try {
    const { agent, customer, interactionId, taskId } = await server.conversation();
    const answer = { interactionId, stars: 4, nps: 9, text: ' Anna was kind. ' };
    expect(await customer.page.refusal('survey.answer', answer)).toBe('not-offered');
    await customer.page.do('interaction.end', { interactionId });
    await agent.page.do('task.wrap-up', { taskId, code: 'solved' });
    expect(await agent.page.refusal('survey.answer', answer)).toBe('not-offered');
    const stranger = await server.page();
    expect(await stranger.refusal('survey.answer', answer)).toBe('not-signed-in');
    expect(await customer.page.refusal('survey.answer', { interactionId, nps: 9, text: '  ' })).toBe('invalid-form');
    expect(await customer.page.refusal('survey.answer', { interactionId, stars: 6 })).toBe('invalid-payload');

    const commandId = randomUUID();
    await customer.page.do('survey.answer', { ...answer, commandId });
    await customer.page.do('survey.answer', { ...answer, commandId });
    expect(await customer.page.refusal('survey.answer', answer)).toBe('already-done');
    // What was not asked is not kept, and what is the customer's own is not told to pages again.
    const told = await agent.page.waitFor('survey.answered');
    expect(told).toMatchObject({ stars: 4, text: 'Anna was kind.', participantId: customer.participantId });
    expect(told).not.toHaveProperty('nps');
    expect(await customer.page.waitFor('survey.answered')).not.toHaveProperty('stars');

    const back = await server.page();
    await back.do('customer.resume', { token: customer.token });
    const { facts, entryPoint } = await back.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts.filter(({ type }) => type === 'survey.answered')).toHaveLength(1);
    expect(entryPoint.survey).toMatchObject({ stars: true });

    const api = new ApiClient(server.url);
    expect((await api.ask('GET', `/interactions/${interactionId}/survey`)).status).toBe(401);
    await api.signIn();
    const { body } = await api.ask('GET', `/interactions/${interactionId}/survey`);
    expect(body.survey).toMatchObject({ stars: 4, text: 'Anna was kind.' });
    expect((await api.ask('GET', '/interactions/none/survey')).status).toBe(400);

    const later = await server.customer('Max');
    await later.page.do('interaction.end', { interactionId: later.interactionId });
    expect((await api.ask('GET', `/interactions/${later.interactionId}/survey`)).body).toEqual({ survey: null });
    // No agent was there.
    expect(await later.page.refusal('survey.answer', { interactionId: later.interactionId, stars: 1 })).toBe(
      'not-offered',
    );
    time.skip(server, 60_001);
    const late = await later.page.ask('survey.answer', { interactionId: later.interactionId, stars: 1 });
    expect(late).toMatchObject({
      ok: false,
      error: { code: 'not-offered', message: expect.stringContaining('ended') },
    });
  } finally {
    await server.stop();
  }
});

test('where nothing is asked, nothing is answered', async () => {
  const server = await TestServer.start();
  try {
    const { page, interactionId } = await server.customer();
    await page.do('interaction.end', { interactionId });
    expect(await page.refusal('survey.answer', { interactionId, stars: 5 })).toBe('not-offered');
  } finally {
    await server.stop();
  }
});
