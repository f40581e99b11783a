import { afterEach, expect, test } from 'vitest';
import { TestServer } from '../testing/test-server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function talk(readReceipts?: 'both' | 'agent' | 'off') {
  server = await TestServer.start({
    entryPoints: [{ entryPointId: 'shop' as never, title: 'Shop', form: [], ...(readReceipts && { readReceipts }) }],
  });
  const agent = await server.agent('anna');
  const page = await server.page();
  const { interactionId, token } = await page.do('interaction.open', { entryPointId: 'shop' as never, form: {} });
  await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  const offer = await agent.page.waitFor('offer.made');
  await agent.page.do('offer.accept', { offerId: offer.offerId });
  await agent.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  const { seq } = await page.do('message.send', { interactionId, text: 'Hello' });
  const other = await server.page();
  await other.do('customer.resume', { token });
  await other.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  const read = async (by: typeof page) => {
    await by.do('message.mark-read', { interactionId, throughSeq: seq });
    return by.waitFor('message.read', one => one.throughSeq === seq);
  };
  return { agent, page, other, interactionId, seq, read };
}

const seen = (page: { payloads(name: 'message.read'): readonly { throughSeq: number }[] }) =>
  page.payloads('message.read').map(({ throughSeq }) => throughSeq);

test('L13 what somebody has seen is told to all, each step once, and no further than the log goes', async () => {
  const { agent, page, other, interactionId, seq, read } = await talk();
  await read(page);
  await page.do('message.mark-read', { interactionId, throughSeq: seq - 1 });
  await agent.page.do('message.mark-read', { interactionId, throughSeq: 9999 });
  const last = await page.waitFor('message.read', ({ throughSeq }) => throughSeq > seq);
  expect(last.throughSeq).toBeLessThan(last.seq);
  const steps = [seq, last.throughSeq];
  await other.waitFor('message.read', ({ throughSeq }) => throughSeq > seq);
  for (const one of [page, other, agent.page]) expect(seen(one)).toEqual(steps);
});

test.each([
  ['agent', { ofCustomer: 'told', ofAgent: 'kept' }],
  ['off', { ofCustomer: 'kept', ofAgent: 'kept' }],
] as const)('L13 readReceipts %s: the others are not told, the own pages are', async (receipts, { ofCustomer }) => {
  const { agent, page, other, interactionId, seq, read } = await talk(receipts);
  await read(page);
  await read(agent.page);
  await page.do('message.send', { interactionId, text: 'on' });
  for (const one of [page, other]) {
    await one.waitFor('message.sent', ({ text }) => text === 'on');
    expect(seen(one)).toEqual([seq, 0]);
  }
  expect(seen(agent.page)).toEqual([ofCustomer === 'told' ? seq : 0, seq]);
  const { facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  expect(facts.flatMap(fact => (fact.type === 'message.read' ? [fact.throughSeq] : []))).toEqual([seq, 0]);
});

test('L13 a mark is nothing to be marked: whoever says it again and again says it once', async () => {
  const { agent, page, interactionId } = await talk();
  for (let times = 0; times < 5; times += 1)
    for (const command of ['message.mark-read', 'message.mark-delivered'] as const)
      await page.do(command, { interactionId, throughSeq: 1e9 });
  await page.do('message.send', { interactionId, text: 'Still there?' });
  await agent.page.waitFor('message.sent', one => one.text === 'Still there?');
  const { facts } = await agent.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  expect(facts.filter(({ type }) => type === 'message.read' || type === 'message.delivered')).toHaveLength(2);
});
