import { type CommandId, FILES_PATH, type MessageContent } from '@eyeline/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { ConfigError, parseConfig } from '../../settings/parse-config.ts';
import { pdf, pngOf } from '../../testing/sample-files.ts';
import { TestServer } from '../../testing/test-server.ts';

const idOf = (letter: string) => `${letter.repeat(8)}-aaaa-4aaa-8aaa-aaaaaaaaaaaa` as CommandId;
const colours: MessageContent = {
  kind: 'quick-replies',
  text: 'Which colour?',
  choices: [
    { id: 'r', label: 'Red' },
    { id: 'g', label: 'Green' },
  ],
};
const lamp: MessageContent = {
  kind: 'card',
  title: 'Lamp',
  text: 'Bright',
  picture: { url: 'https://cdn.shop.example/lamp.png', alt: 'A lamp' },
  buttons: [
    { kind: 'link', label: 'See it', url: 'https://shop.example/lamp' },
    { kind: 'reply', id: 'buy', label: 'I take it' },
  ],
};
const { kind: _, ...card } = lamp;
const lamps: MessageContent = {
  kind: 'carousel',
  text: 'Two of them',
  cards: [card, { title: 'Sofa', buttons: [{ kind: 'reply', id: 'sofa', label: 'The sofa' }] }],
};
const address: MessageContent = {
  kind: 'form',
  title: 'Where to?',
  fields: [
    { name: 'city', label: 'City', type: 'text', required: true, options: [] },
    { name: 'mail', label: 'E-mail', type: 'email', required: false, options: [] },
    { name: 'size', label: 'Size', type: 'select', required: false, options: ['S', 'M'] },
  ],
};

let server: TestServer;
afterEach(() => server.stop());

async function talk() {
  server = await TestServer.start({ pictureHosts: ['cdn.shop.example'] });
  const scene = await server.conversation();
  const { agent, customer, interactionId } = scene;
  const send = (content: MessageContent, commandId: CommandId) =>
    agent.page.do('message.send', { commandId, interactionId, text: 'whatever', content });
  return { ...scene, send, page: customer.page };
}

describe('what an agent sends', () => {
  test('S1 is kept with the text that is made of it', async () => {
    const { page, send } = await talk();
    for (const [content, text] of [
      [colours, 'Which colour?\n- Red\n- Green'],
      [lamp, 'Lamp\nBright\n- See it: https://shop.example/lamp\n- I take it'],
      [lamps, 'Two of them\n\nLamp\nBright\n- See it: https://shop.example/lamp\n- I take it\n\nSofa\n- The sofa'],
      [address, 'Where to?\n- City\n- E-mail\n- Size'],
    ] as const) {
      const { seq } = await send(content, crypto.randomUUID() as CommandId);
      expect(await page.waitFor('message.sent', one => one.seq === seq)).toMatchObject({ content, text });
    }
  });

  test('S1 is refused from customers, to colleagues, and where it is not sound', async () => {
    const { agent, page, interactionId, taskId } = await talk();
    const say = (content: unknown, from = page) =>
      from.refusal('message.send', { interactionId, text: 'x', content: content as MessageContent });
    expect(await say(colours)).toBe('not-allowed');
    const wrong: unknown[] = [
      { ...colours, choices: [] },
      { kind: 'card', title: ' \n', buttons: [] },
      { kind: 'card', title: '\u2028', buttons: [] },
      { ...colours, choices: Array(11).fill({ id: 'a', label: 'A' }) },
      {
        ...colours,
        choices: [
          { id: 'a', label: 'A' },
          { id: 'a', label: 'B' },
        ],
      },
      { ...colours, text: '' },
      { ...lamps, cards: [card] },
      { ...lamps, cards: [card, card] },
      { ...lamp, buttons: [{ kind: 'link', label: 'x', url: 'javascript:alert(1)' }] },
      { ...lamp, buttons: [{ kind: 'link', label: 'x', url: 'http://shop.example' }] },
      { ...lamp, buttons: [{ kind: 'link', label: 'x', url: 'https://a b' }] },
      { ...lamp, picture: { url: 'https://elsewhere.example/a.png' } },
      { ...lamp, picture: { url: 'https://cdn.shop.example@evil.example/a.png' } },
      { ...lamp, picture: { url: 'data:image/png;base64,AAAA' } },
      { ...lamp, picture: { fileId: idOf('f') } },
      { ...address, fields: [] },
      { ...address, fields: [address.fields[0], address.fields[0]] },
      ...['select', 'radio', 'multi'].map(type => ({ ...address, fields: [{ name: 's', label: 'S', type }] })),
      { ...address, fields: [{ name: 's', label: 'S', type: 'multi', options: ['a, b'] }] },
      { kind: 'video', url: 'https://a.example' },
    ];
    for (const content of wrong)
      expect([content, await say(content, agent.page)]).toEqual([content, 'invalid-payload']);
    const ben = await server.agent('ben');
    const to = { kind: 'agent' as const, agentId: ben.agentId };
    const asked = await agent.page.do('consult.ask', { taskId, to, question: 'Well?' });
    const within = { interactionId: asked.interactionId, text: 'x', content: colours };
    expect(await agent.page.refusal('message.send', within)).toBe('not-allowed');
  });

  test('S1 may show a picture of the conversation, and nothing that is no picture', async () => {
    const { agent, interactionId, send } = await talk();
    for (const [letter, name, body] of [
      ['a', 'lamp.png', pngOf(20, 20)],
      ['b', 'lamp.pdf', pdf],
    ] as const) {
      const { ticket } = await agent.page.do('file.prepare', { interactionId, fileId: idOf(letter), name });
      await fetch(`${new URL(FILES_PATH, server.url).href}?ticket=${encodeURIComponent(ticket)}`, {
        method: 'POST',
        body,
      });
    }
    const shown = (letter: string): MessageContent =>
      ({ ...lamp, picture: { fileId: idOf(letter), alt: '' } }) as MessageContent;
    await send(shown('a'), idOf('c'));
    const refused = { interactionId, text: 'x', content: shown('b') };
    expect(await agent.page.refusal('message.send', refused)).toBe('invalid-payload');
  });

  test('S1 goes through the mask, apart from what nobody reads', async () => {
    const { page, send } = await talk();
    await send(
      {
        ...colours,
        text: 'Is it 4111 1111 1111 1111?',
        choices: [{ id: '4111111111111111', label: '4111111111111111' }],
      } as MessageContent,
      idOf('a'),
    );
    expect(await page.waitFor('message.sent')).toMatchObject({
      content: { text: 'Is it •••• 1111?', choices: [{ id: '4111111111111111', label: '•••• 1111' }] },
      text: 'Is it •••• 1111?\n- •••• 1111',
      masked: ['card'],
    });
  });
});

describe('what a customer answers', () => {
  test('S2 is a message with the words of the choice, and it is taken once', async () => {
    const { agent, page, interactionId, send } = await talk();
    await send(colours, idOf('a'));
    const answer = { replyTo: idOf('a'), choiceId: 'g' };
    const press = { commandId: idOf('b'), interactionId, text: 'Anything', answer };
    const first = await page.do('message.send', press);
    expect(await page.do('message.send', press)).toEqual(first);
    const sent = await agent.page.waitFor('message.sent', one => one.messageId === idOf('b'));
    expect(sent).toMatchObject({ text: 'Green', answer });
    const again = { interactionId, text: 'Red', answer: { ...answer, choiceId: 'r' } };
    expect(await page.refusal('message.send', again)).toBe('already-answered');
    // Of two pages of a customer that press at once, one is heard.
    await send(colours, idOf('c'));
    const both = await Promise.all(
      ['r', 'g'].map(choiceId =>
        page.ask('message.send', { interactionId, text: 'x', answer: { replyTo: idOf('c'), choiceId } }),
      ),
    );
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('S2 is refused from an agent, to what asks nothing, with what was not offered, and after the end', async () => {
    const { agent, page, interactionId, send } = await talk();
    await send(lamps, idOf('a'));
    await agent.page.do('message.send', { commandId: idOf('b'), interactionId, text: 'Hello' });
    const say = (answer: object, from = page) =>
      from.refusal('message.send', { interactionId, text: 'x', answer: answer as never });
    expect(await say({ replyTo: idOf('a'), choiceId: 'sofa' }, agent.page)).toBe('not-allowed');
    expect(await say({ replyTo: idOf('b'), choiceId: 'sofa' })).toBe('not-allowed');
    expect(await say({ replyTo: idOf('z'), choiceId: 'sofa' })).toBe('not-allowed');
    expect(await say({ replyTo: idOf('a'), choiceId: 'bed' })).toBe('invalid-payload');
    expect(await say({ replyTo: idOf('a'), values: {} })).toBe('invalid-payload');
    const { answer, ...both } = { interactionId, text: 'x', answer: { replyTo: idOf('a'), choiceId: 'sofa' } };
    expect(await page.refusal('message.send', { ...both, answer, content: colours })).toBe('invalid-payload');
    await agent.page.do('interaction.end', { interactionId });
    expect(await say(answer)).toBe('interaction-closed');
  });

  test('S3 in a form is looked at field by field, goes through the mask, and is kept as it was meant', async () => {
    const { agent, page, interactionId, send } = await talk();
    await send(address, idOf('a'));
    const fill = (values: Record<string, string>) => ({
      interactionId,
      text: 'x',
      answer: { replyTo: idOf('a'), values },
    });
    for (const values of [{}, { city: ' ' }, { city: 'Ulm', mail: 'none' }, { city: 'Ulm', size: 'XL' }] as Record<
      string,
      string
    >[])
      expect(await page.refusal('message.send', fill(values))).toBe('invalid-form');
    await page.do('message.send', fill({ city: ' Ulm 4111111111111111', size: 'M', more: 'stripped' }));
    expect(await agent.page.waitFor('message.sent', one => one.answer !== undefined)).toMatchObject({
      text: 'City: Ulm •••• 1111\nSize: M',
      answer: { replyTo: idOf('a'), values: { city: 'Ulm •••• 1111', size: 'M' } },
      masked: ['card'],
    });
    expect(await page.refusal('message.send', fill({ city: 'Ulm' }))).toBe('already-answered');
  });

  test('S2 stays answered when the server starts again', async () => {
    const { page, interactionId, send, customer } = await talk();
    await send(colours, idOf('a'));
    await page.do('message.send', { interactionId, text: 'x', answer: { replyTo: idOf('a'), choiceId: 'g' } });
    await server.pause();
    const { dataDirectory } = server;
    server = await TestServer.start({ pictureHosts: ['cdn.shop.example'] }, { dataDirectory });
    const back = await server.page();
    await back.do('customer.resume', { token: customer.token });
    const { facts } = await back.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(facts).toContainEqual(expect.objectContaining({ content: colours }));
    const again = { interactionId, text: 'x', answer: { replyTo: idOf('a'), choiceId: 'r' } };
    expect(await back.refusal('message.send', again)).toBe('already-answered');
  });
});

describe('what a site has prepared', () => {
  const template = {
    templateId: 'colours',
    name: 'Colours',
    content: { en: colours, de: { ...colours, text: 'Welche Farbe?' } },
  };
  const entryPoints = [{ entryPointId: 'support' as never, title: 'Support' }];

  test('S4 comes to agents for whose customers and queues it is meant, and to no customer', async () => {
    server = await TestServer.start({
      templates: [
        template,
        { ...template, templateId: 'sales', entryPoints: ['sales' as never] },
        { ...template, templateId: 'here', entryPoints: ['support' as never], queues: ['support'] },
        { ...template, templateId: 'other', queues: [] },
      ],
      entryPoints: [
        { entryPointId: 'support' as never, title: 'Support', form: [{ name: 'name', label: 'Name', type: 'text' }] },
        { entryPointId: 'sales' as never, title: 'Sales' },
      ],
    });
    const { agent, customer, interactionId } = await server.conversation();
    const own = await agent.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(own.templates?.map(({ templateId }) => templateId)).toEqual(['colours', 'here']);
    expect(own.templates?.[0]?.content['de']).toMatchObject({ text: 'Welche Farbe?' });
    expect(await customer.page.do('interaction.catch-up', { interactionId, afterSeq: 0 })).not.toHaveProperty(
      'templates',
    );
  });

  test.each([
    ['an id that is there twice', { templates: [template, template] }],
    ['an entry point that is not there', { templates: [{ ...template, entryPoints: ['none'] }] }],
    ['a queue that is not there', { templates: [{ ...template, queues: ['none'] }] }],
    ['no language', { templates: [{ ...template, content: {} }] }],
    ['a picture from elsewhere', { templates: [{ ...template, content: { en: lamp } }] }],
    ['a host that is none', { pictureHosts: ['https://cdn.shop.example'] }],
    [
      'more than a desk should get',
      {
        templates: Array.from({ length: 200 }, (_, index) => ({
          ...template,
          templateId: `${index}`,
          content: { en: { ...colours, text: 'x'.repeat(900) } },
        })),
      },
    ],
  ])('S4 with %s is refused', async (_, given) => {
    server = await TestServer.start();
    expect(() => parseConfig({ entryPoints, ...given })).toThrow(ConfigError);
    expect(() => parseConfig({ entryPoints, templates: [template] })).not.toThrow();
  });
});
