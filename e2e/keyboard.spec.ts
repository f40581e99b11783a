import { Agent } from './harness/agent.ts';
import { openPage } from './harness/browser.ts';
import { Customer } from './harness/customer.ts';
import { Ears } from './harness/heard.ts';
import { Keys } from './harness/keys.ts';
import { expectPicture } from './harness/picture.ts';
import { expect, test } from './harness/scene.ts';

const topic = {
  kind: 'quick-replies',
  text: 'What is it about?',
  choices: [
    { id: '1', label: 'A lamp' },
    { id: '2', label: 'A sofa' },
  ],
};
const lamps = {
  kind: 'carousel',
  text: 'Have a look:',
  cards: [
    { title: 'Desk lamp', buttons: [{ kind: 'reply', id: 'lamp', label: 'I take the lamp' }] },
    { title: 'Sofa', buttons: [{ kind: 'reply', id: 'sofa', label: 'I take the sofa' }] },
  ],
};
const config = {
  entryPoints: [
    {
      entryPointId: 'support',
      title: 'Support',
      modes: ['chat', 'video'],
      form: [
        { name: 'name', label: 'Name', type: 'text', required: true },
        { name: 'topic', label: 'Topic', type: 'select', options: ['Lamps', 'Sofas'], required: true },
        { name: 'question', label: 'How can we help?', type: 'textarea' },
      ],
      survey: { stars: true, nps: true, text: 'What could we do better?' },
    },
  ],
  routing: {
    queues: { default: { callback: {} } },
    agents: { anna: { domains: { chat: 2, video: 1 } } },
  },
  templates: [
    { templateId: 'topic', name: 'Topic', content: { en: topic } },
    { templateId: 'lamps', name: 'Lamps', content: { en: lamps } },
  ],
};
test.use({ centreOptions: { config, agents: ['Anna'] } });
const pdf = Buffer.from('%PDF-1.7\ntrailer\n%%EOF\n');

async function sendTemplate(agent: Agent, name: string): Promise<void> {
  await agent.message.press('/');
  const search = agent.page.getByRole('searchbox', { name: 'Find a template' });
  await search.fill(name);
  await search.press('Enter');
  await agent.page.getByRole('region', { name: 'Templates' }).getByRole('button', { name: 'Send' }).press('Enter');
}

test('a customer’s whole life by keyboard alone: the focus is where one goes on, and what is new is heard once', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const page = await openPage(customerBrowser, { looksFirst: true });
  const ears = await Ears.open(page);
  await page.goto(`${centre.url}/shop.html`);
  const customer = new Customer(page);
  const keys = new Keys(page);
  const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' });

  // Opened, put away by Escape, and opened again: one is where one was.
  await keys.use(button('Chat with us'));
  const chat = page.locator('button.step').filter({ hasText: 'Chat' }).first();
  await keys.expectAt(chat);
  await keys.press('Escape');
  await keys.expectAt(button('Chat with us'));
  await keys.press('Enter');
  await keys.expectAt(chat);
  await keys.press('Enter');

  // The form: what is missing is read out, in the field where it is.
  const name = page.getByLabel('Name');
  await keys.expectAt(name);
  await name.evaluate(field => field.addEventListener('focus', () => Reflect.set(window, 'wasReadAgain', true)));
  await keys.press('Enter');
  await expect(name).toHaveAccessibleDescription(/./);
  await keys.expectAt(name);
  expect(await page.evaluate(() => Reflect.get(window, 'wasReadAgain'))).toBe(true);
  await keys.type('Ada Lovelace');
  await keys.tabTo(page.getByLabel('Topic'));
  await keys.type('L');
  await keys.use(button('Start chat'));
  await keys.expectAt(customer.message);
  await ears.expect('You are next');

  await agent.acceptOffer();
  await ears.expect('Anna joined the chat');
  await keys.expectAt(customer.message);
  await keys.type('Hello');
  await keys.press('Enter');
  await agent.expectTexts(['Hello']);
  await agent.message.pressSequentially('Good');
  await expect(page.getByText('is typing')).toBeVisible();
  await agent.send('Good morning');
  await ears.expect('Anna: Good morning');
  await page.reload();
  await customer.expectTexts(['Hello', 'Good morning']);
  await ears.all();

  // What is sent to be answered; whoever has answered stays where they did.
  await sendTemplate(agent, 'Topic');
  await ears.expect(/^Anna: What is it about/);
  await keys.use(button('A lamp'));
  await keys.expectAt(page.locator('[data-message]').filter({ hasText: 'What is it about?' }));
  await sendTemplate(agent, 'Lamps');
  await ears.expect(/^Anna: Have a look/);
  await keys.use(button('Next'));
  await ears.expect('Card 2 of 2');
  await keys.use(button('I take the sofa'));
  await keys.expectAt(page.locator('[data-message]').filter({ hasText: 'Have a look' }));

  // An emoji and a file.
  await keys.use(button('Add a file or an emoji'));
  const emoji = button('Emoji');
  await keys.use(emoji);
  await keys.tabTo(button('😀'));
  await keys.press('Enter', 'Escape');
  await keys.expectAt(customer.message);
  await keys.tabTo(button('Add a file or an emoji'), 'Shift+Tab');
  await keys.press('Enter');
  const chooser = page.waitForEvent('filechooser');
  await keys.use(button('Picture or file'));
  await (await chooser).setFiles({ name: 'Offer.pdf', mimeType: 'application/pdf', buffer: pdf });
  await keys.expectAt(customer.message);
  await ears.expect('Added: Offer.pdf');
  await keys.press('Enter');
  await expect(agent.page.getByRole('button', { name: /^Download: Offer\.pdf/ })).toHaveCount(1);
  await ears.expect('Offer.pdf is sent');

  // The call: nobody is taken out of what they write, and it is told at once.
  await agent.press('Start video');
  await ears.expect(/^Anna invites you to a video call/, 'assertive');
  await keys.expectAt(customer.message);
  await keys.use(button('Accept'), 'Enter', 'Shift+Tab');
  await expectPicture(customer.ownPicture, 'red');
  await keys.expectAt(page.getByRole('region', { name: 'Camera and sound' }));
  await keys.use(page.locator('eyeline-call-preview summary'));
  await keys.tabTo(page.getByRole('combobox', { name: 'Camera' }));
  await keys.use(button('Join call'));
  await expectPicture(customer.theirPicture, 'blue');
  await ears.expect('The video call started');
  await keys.expectAt(page.getByRole('region', { name: 'Video call' }));
  await keys.use(button('Call settings'));
  await keys.tabTo(page.getByRole('combobox', { name: 'Microphone' }));
  await keys.press('Escape');
  await keys.expectAt(button('Call settings'));
  // Open again, with the focus still on what opens it: Escape puts away the menu alone.
  await keys.press('Enter', 'Escape');
  await expect(page.getByRole('combobox', { name: 'Microphone' })).toBeHidden();
  await expect(customer.message).toBeVisible();
  await keys.tabTo(button('Camera'), 'Shift+Tab');
  await keys.press('Space');
  await expect(button('Camera')).toHaveAttribute('aria-pressed', 'false');
  await agent.press('Hold');
  await ears.expect(/^You are on hold/);
  await agent.press('Resume call');
  await keys.press('Escape');
  await keys.expectAt(button('Chat with us'));
  await agent.send('Are you there?');
  await ears.expect('Anna: Are you there?');
  await keys.press('Enter');
  await keys.expectAt(customer.message);
  await keys.tabTo(button('Hang up'), 'Shift+Tab');
  await keys.press('Enter');
  await expect(customer.theirPicture).toHaveCount(0);
  await ears.expect(/^The video call ended after/);
  await keys.expectAt(customer.message);

  // The end is asked for, taken back by Escape, and then meant.
  const stay = button('Keep chatting');
  for (const key of ['Escape', 'Enter']) {
    await keys.tabTo(button('End chat'), 'Shift+Tab');
    await keys.press('Enter');
    await keys.expectAt(stay);
    if (key === 'Escape') await keys.press(key);
    else await keys.press('Shift+Tab', key);
    if (key === 'Escape') await keys.expectAt(customer.message);
  }
  await ears.expect('You ended the chat');
  const star = (of: number) => page.getByRole('radio', { name: `${of} of 5 stars` });
  await keys.tabTo(star(1));
  await keys.press('ArrowRight', 'ArrowRight');
  await expect(star(3)).toBeChecked();
  await keys.use(button('Send answer'));
  await keys.expectAt(page.getByText('Thank you. Your answer is with us.'));
  const download = page.waitForEvent('download');
  await keys.use(button('Text'));
  expect((await download).suggestedFilename()).toMatch(/^chat-.*\.txt$/);
  await keys.use(button('Close'), 'Enter', 'Shift+Tab');
  await keys.expectAt(button('Chat with us'));

  // All that was heard: each once, nothing of what was there before, nothing of one's own.
  const told = (await ears.all()).map(({ text }) => text).filter(text => !/^(Card \d|Your microphone|Say)/.test(text));
  expect(told).toEqual([
    'You are next',
    'Anna joined the chat',
    'Anna: Good morning',
    expect.stringMatching(/^Anna: What is it about/),
    expect.stringMatching(/^Anna: Have a look/),
    'Added: Offer.pdf',
    'Offer.pdf is sent',
    expect.stringMatching(/^Anna invites you to a video call/),
    'The video call started',
    expect.stringMatching(/^You are on hold/),
    'Anna: Are you there?',
    expect.stringMatching(/^The video call ended after/),
    'You ended the chat',
    'Thank you. Your answer is with us.',
  ]);
});
