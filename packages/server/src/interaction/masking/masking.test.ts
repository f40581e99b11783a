import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type CommandId, FILES_PATH, type InteractionId } from '@eyeline/protocol';
import { afterEach, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../../settings/parse-config.ts';
import { pngOf } from '../../testing/sample-files.ts';
import { TestServer } from '../../testing/test-server.ts';

const card = '5425 2334 3010 9903';
const form = [
  { name: 'name', label: 'Your name', type: 'text' as const, required: true },
  { name: 'card', label: 'Card', type: 'text' as const },
];
const shop = { entryPointId: 'shop' as never, title: 'Shop', form };

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  server = undefined;
});

async function talk(entryPoint: object = {}, site: object = {}) {
  server = await TestServer.start({ entryPoints: [{ ...shop, ...entryPoint }], ...site });
  const agent = await server.agent('anna');
  const page = await server.page();
  const asked = { entryPointId: 'shop' as never, form: { name: 'Zoe', card } };
  const { interactionId } = await page.do('interaction.open', asked);
  await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  const offer = await agent.page.waitFor('offer.made');
  await agent.page.do('offer.accept', { offerId: offer.offerId });
  await agent.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  const said = async (text: string, from = page) => {
    await from.do('message.send', { interactionId, text });
    const { text: kept, masked } = await agent.page.waitFor('message.sent', one => one.seq > last);
    last = agent.page.received.reduce((seq, { payload }) => ('seq' in payload ? Math.max(seq, payload.seq) : seq), 0);
    return { kept, masked };
  };
  let last = 0;
  return { agent, page, interactionId, offer, said };
}

/** Everything that lies in the folder of the server, whatever it is called. */
async function isKept(text: string, { dataDirectory }: TestServer): Promise<boolean> {
  const entries = await readdir(dataDirectory, { recursive: true, withFileTypes: true });
  for (const entry of entries) {
    if (entry.name.includes(text)) return true;
    if (entry.isFile() && (await readFile(join(entry.parentPath, entry.name))).includes(text)) return true;
  }
  return false;
}

test('M2 the number of a card in a message, a form and a name of a file is read by nobody, and kept nowhere', async () => {
  const { agent, page, interactionId, offer, said } = await talk();
  expect(offer.form).toContainEqual({ label: 'Card', value: '•••• 9903' });
  expect(await said(`It is ${card}.`)).toEqual({ kept: 'It is •••• 9903.', masked: ['card'] });
  expect(await said(`So ${card}?`, agent.page)).toEqual({ kept: 'So •••• 9903?', masked: ['card'] });
  expect(await said('IBAN DE89 3704 0044 0532 0130 00')).toEqual({ kept: 'IBAN DE89 3704 0044 0532 0130 00' });
  const fileId = 'aaaaaaaa-aaaa-4aaa-8aaa-aaaaaaaaaaaa' as CommandId;
  const { ticket } = await page.do('file.prepare', { interactionId, fileId, name: `${card.replaceAll(' ', '')}.png` });
  const address = `${new URL(FILES_PATH, server?.url).href}?ticket=${encodeURIComponent(ticket)}`;
  await fetch(address, { method: 'POST', body: pngOf(20, 20) });
  expect((await agent.page.waitFor('file.shared')).file.name).toBe('•••• 9903.png');

  const { entryPoint, facts } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  expect(entryPoint.masking).toEqual(['card']);
  expect(JSON.stringify([facts, agent.page.received])).not.toMatch(/5425/);
  const running = server as TestServer;
  await running.leave();
  expect(await isKept('5425 2334', running)).toBe(false);
  expect(await isKept('5425233430109903', running)).toBe(false);
  // What is looked for would be found.
  expect(await isKept('3704 0044', running)).toBe(true);
});

test('M2 an entry point says itself what is hidden, and a page says what it has hidden before', async () => {
  const own = [{ name: 'Customer number', pattern: 'HK-\\d{6}', keep: 2 }];
  const { said, page, interactionId } = await talk({ masking: { card: false, iban: true, ssn: true, own } });
  expect(await said(card)).toEqual({ kept: card });
  expect(await said('DE89370400440532013000')).toEqual({ kept: '•••• 3000', masked: ['iban'] });
  expect(await said('I am HK-\u200b１２３456, not HK-12')).toEqual({
    kept: 'I am •••• 56, not HK-12',
    masked: ['Customer number'],
  });
  await page.do('message.send', { interactionId, text: '•••• 1120 and DE89370400440532013000', masked: ['ssn'] });
  expect(await page.waitFor('message.sent', one => one.text.includes('1120'))).toMatchObject({
    masked: ['ssn', 'iban'],
  });
  // It is believed where it can be seen, and of what is hidden here.
  for (const [text, masked] of [
    ['Nothing is hidden', ['ssn']],
    ['A card: •••• 1111', ['card']],
  ] as const) {
    await page.do('message.send', { interactionId, text, masked: [...masked] });
    expect(await page.waitFor('message.sent', one => one.text === text)).not.toHaveProperty('masked');
  }
  const forged = { interactionId, text: 'x', masked: ['Anything'] as never };
  expect(await page.refusal('message.send', forged)).toBe('invalid-payload');
});

test('M2 nothing is hidden where the entry point says so, whatever the site says', async () => {
  const { said, offer } = await talk({ masking: false }, { masking: { iban: true } });
  expect(offer.form).toContainEqual({ label: 'Card', value: card });
  expect(await said(card)).toEqual({ kept: card });
});

test('M2 what a colleague is asked goes through it too', async () => {
  const { agent } = await talk();
  const ben = await (server as TestServer).agent('ben');
  const taskId = (await agent.page.waitFor('task.state-changed')).taskId;
  const to = { kind: 'agent' as const, agentId: ben.agentId };
  await agent.page.do('consult.ask', { taskId, to, question: `What about ${card}?` });
  const asked = await ben.page.waitFor('offer.made');
  expect(JSON.stringify(asked)).not.toMatch(/5425/);
  await ben.page.do('offer.accept', { offerId: asked.offerId });
  const log = await ben.page.do('interaction.catch-up', {
    interactionId: asked.interactionId as InteractionId,
    afterSeq: 0,
  });
  expect(log.facts).toContainEqual(expect.objectContaining({ text: 'What about •••• 9903?' }));
});

test('M2 what a customer says after the end goes through it too', async () => {
  const { page, agent, interactionId } = await talk({ survey: { text: true } });
  await page.do('interaction.end', { interactionId });
  await page.do('survey.answer', { interactionId, text: `I paid with ${card}` });
  expect(await agent.page.waitFor('survey.answered')).toMatchObject({ text: 'I paid with •••• 9903' });
});

test.each(['(', '(?=x)', '(a)\\1', 'x*', '((a{1000}){1000}){1000}', 'a'.repeat(201)])(
  'a pattern like %j is refused',
  pattern => {
    const given = { entryPoints: [shop], masking: { own: [{ name: 'x', pattern }] } };
    expect(() => parseConfig(given)).toThrow(ConfigError);
  },
);

test('of a pattern that fits everywhere so many places are hidden one by one, and then all of the rest', async () => {
  const { said } = await talk({ masking: { own: [{ name: 'Letter', pattern: 'a' }] } });
  expect((await said(`${'a '.repeat(29)}then it is seen`)).kept).toMatch(/then it is seen$/);
  expect((await said(`${'a '.repeat(40)}nobody reads this`)).kept).not.toMatch(/[a-z]/);
});

test('patterns that hold others up for hours are looked through at once', async () => {
  const patterns = ['(a+)+$', '(a|aa)+b', '([a-z]+)*1', '(.*)(.*)(.*)(.*)[^a]{30}z'];
  const own = patterns.map((pattern, index) => ({ name: `Pattern ${index}`, pattern }));
  const { said } = await talk({ masking: { own } });
  expect((await said(`${'a'.repeat(9_900)}!`)).masked).toBeUndefined();
});
