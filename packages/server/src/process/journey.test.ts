import { randomUUID } from 'node:crypto';
import { type Postgres, startPostgres } from '@eyeline/testing';
import { afterEach, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer | undefined;
let postgres: Postgres | undefined;
afterEach(async () => {
  await server?.stop();
  await postgres?.stop();
  server = postgres = undefined;
});

test.each(['PGlite', 'PostgreSQL'])(
  'on %s a customer and an agent go through a whole conversation, and the agent is ready again',
  async engine => {
    if (engine === 'PostgreSQL') postgres = await startPostgres();
    server = await TestServer.start({}, postgres ? { databaseUrl: postgres.url } : {});
    expect(server.running.centre.store.engine).toBe(engine);
    const anna = await server.agent('anna');
    expect(anna.desk.agent).toMatchObject({ name: 'Anna Berg', state: 'not-ready', reason: 'signed-in' });

    const zoe = await server.page();
    const opened = await zoe.do('interaction.open', {
      entryPointId: 'support' as never,
      form: { name: ' Zoe ', question: 'Is it in stock?' },
    });
    const { interactionId, participantId } = opened;
    const before = await zoe.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(before.facts.map(fact => fact.type)).toEqual(['interaction.opened', 'participant.joined']);
    expect(before.position).toBe(1);

    const offer = await anna.page.waitFor('offer.made');
    expect(offer).toMatchObject({
      customerName: 'Zoe',
      title: 'Customer support',
      form: [
        { label: 'Your name', value: 'Zoe' },
        { label: 'How can we help?', value: 'Is it in stock?' },
      ],
      timeoutMs: 20_000,
    });
    expect(offer.remainingMs).toBeGreaterThan(15_000);
    const { taskId } = await anna.page.do('offer.accept', { offerId: offer.offerId });
    await anna.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(await zoe.waitFor('participant.joined')).toMatchObject({ role: 'agent', name: 'Anna Berg' });
    expect(await anna.page.waitFor('task.state-changed')).toMatchObject({ taskId, interactionId, state: 'active' });
    expect((await anna.page.waitFor('agent.state-changed', one => one.domains.chat === 'busy')).state).toBe('ready');

    const commandId = randomUUID();
    const sent = await zoe.do('message.send', { interactionId, text: '<b>hi</b>', commandId });
    const message = await anna.page.waitFor('message.sent');
    expect(message).toMatchObject({ text: '<b>hi</b>', messageId: commandId, participantId, seq: sent.seq });
    await anna.page.do('message.mark-delivered', { interactionId, throughSeq: sent.seq });
    expect((await zoe.waitFor('message.delivered')).throughSeq).toBe(sent.seq);
    await anna.page.do('typing.set', { interactionId, typing: true });
    expect(await zoe.waitFor('typing.changed')).toMatchObject({ participantId: anna.agentId, typing: true });
    expect(anna.page.payloads('typing.changed')).toEqual([]);

    const callId = 'call-1' as never;
    await zoe.do('call.propose', { interactionId, callId });
    expect(await anna.page.waitFor('call.proposed')).toMatchObject({ callId, participantId, media: 'p2p' });
    await anna.page.do('call.accept', { interactionId, callId });
    await zoe.waitFor('call.accepted');
    await zoe.do('call.signal', { interactionId, callId, epoch: 1, signal: { type: 'offer', sdp: 'v=0' } });
    expect((await anna.page.waitFor('call.signalled')).signal).toEqual({ type: 'offer', sdp: 'v=0' });
    await anna.page.do('call.end', { interactionId, callId, reason: 'hung-up' });
    expect(await zoe.waitFor('call.ended')).toMatchObject({ reason: 'hung-up', participantId: anna.agentId });

    await zoe.do('interaction.end', { interactionId });
    expect(await anna.page.waitFor('interaction.closed')).toMatchObject({ disposition: 'handled', participantId });
    expect(await anna.page.waitFor('task.state-changed', one => one.state === 'wrapping-up')).toMatchObject({ taskId });
    expect(await anna.page.refusal('task.wrap-up', { taskId, code: 'made-up' })).toBe('unknown-reason');
    await anna.page.do('task.wrap-up', { taskId, code: 'solved' });
    await anna.page.waitFor('task.wrapped-up');
    await anna.page.waitFor('task.state-changed', one => one.state === 'closed');
    await anna.page.waitFor(
      'agent.state-changed',
      one => one.domains.chat === 'ready' && one.domains.video === 'ready',
    );

    await zoe.settle();
    const last = zoe.facts().at(-1);
    expect(last?.type).toBe('interaction.closed');
    const seqs = [...before.facts, ...zoe.facts()].map(fact => fact.seq);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
  },
  60_000,
);
