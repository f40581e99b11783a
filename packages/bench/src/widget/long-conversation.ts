import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION, type Reply, SOCKET_PATH } from '@eyeline/protocol';
import type { Browser, Page } from '@playwright/test';
import { WireSocket } from '../relay/wire-socket.ts';
import { table } from '../table.ts';
import { press } from './customer-page.ts';
import { openDesk } from './desk.ts';
import { slowDown } from './page-cost.ts';
import { countBubbles, scroll } from './scroll.ts';

const texts = [
  'Yes.',
  'It came this morning, and the shade has a dent on one side. Can I send it back?',
  'I am sorry to hear that! We have it collected from you, and another one is sent today. It takes two to four days, so you have it before the weekend.',
  'The number is on https://shop.example/orders/4711',
];

const ask = async <T>(socket: WireSocket, name: string, input: object): Promise<T> => {
  const reply = (await socket.ask(name, input)) as Reply<T>;
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code}`);
  return reply.value;
};

interface Tasks {
  readonly tasks: readonly { readonly conversation: { send(event: object): void } }[];
}

/** What the desk on this page says, without its composer. */
const answer = (desk: Page, text: string) =>
  desk.evaluate(said => {
    const { session } = document.querySelector('eyeline-gadget') as unknown as {
      session: { actor: { getSnapshot(): { context: Tasks } } };
    };
    session.actor.getSnapshot().context.tasks[0]?.conversation.send({ type: 'send', text: said });
  }, text);

/** A conversation of so many messages from both sides; resolves with the customer's token. */
const converse = async (desk: Page, url: string, count: number): Promise<string> => {
  const customer = await WireSocket.open(url, SOCKET_PATH, { version: PROTOCOL_VERSION });
  const { interactionId, token } = await ask<{ interactionId: string; token: string }>(customer, 'interaction.open', {
    commandId: randomUUID(),
    entryPointId: 'support',
    form: { name: 'Ada Lovelace', question: 'Is it in stock?' },
  });
  await press(desk, 'Accept offer');
  await desk.getByRole('textbox', { name: 'Message' }).waitFor();
  for (let sent = 0; sent < count; sent += 2) {
    const [own = '', theirs = ''] = [texts[sent % texts.length], texts[(sent + 1) % texts.length]];
    await ask(customer, 'message.send', { commandId: randomUUID(), interactionId, text: `${own} (${sent})` });
    await answer(desk, `${theirs} (${sent + 1})`);
  }
  customer.close();
  return token;
};

interface Measured {
  readonly name: string;
  readonly page: Page;
  readonly url: string;
  readonly slower: number;
}

/** A row: from the load of a page to its last message and to all of them, frames while all is gone through, one more message. */
const measure = async ({ name, page, url, slower }: Measured, count: number): Promise<string[]> => {
  await slowDown(page, slower);
  await page.goto(url, { waitUntil: 'commit' });
  await page
    .getByText(`(${count - 1})`)
    .first()
    .waitFor();
  const now = () => page.evaluate(() => performance.now());
  const opened = await now();
  while ((await page.evaluate(countBubbles)) < count)
    await page.evaluate(() => new Promise(done => setTimeout(done, 250)));
  const whole = await now();
  await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 1_000)));
  const { framesPerSecond, late, longest } = await page.evaluate(scroll);
  const speed = slower === 1 ? 'as it is' : `${slower} times as slow`;
  return [
    `${name}, processor ${speed}`,
    ...[opened, whole].map(ms => ms.toFixed(0)),
    framesPerSecond.toFixed(1),
    `${(late * 100).toFixed(1)} %`,
    longest.toFixed(0),
  ];
};

/** How long a long conversation takes to open on either side, and how it scrolls. */
export const longConversation = async (browser: Browser, url: string, count: number): Promise<string> => {
  const desk = await openDesk(browser, url);
  const token = await converse(desk, url, count);
  const rows: string[][] = [];
  for (const slower of [1, 4]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await page.addInitScript(kept => {
      for (const storage of [sessionStorage, localStorage]) storage.setItem('eyeline.customer.support', kept);
    }, token);
    const row = await measure({ name: 'the widget', page, url: `${url}/shop.html`, slower }, count);
    const sent = await page.evaluate(async () => {
      const { eyeline } = window as unknown as { eyeline(...call: unknown[]): Promise<unknown> };
      const from = performance.now();
      const answered = eyeline('send', 'One more');
      await new Promise(requestAnimationFrame);
      const drawn = performance.now() - from;
      await answered;
      return [drawn, performance.now() - from];
    });
    rows.push([...row, ...sent.map(ms => ms.toFixed(0))]);
    await context.close();
    const desksRow = await measure({ name: 'the desk', page: desk, url: `${url}/desk.html`, slower }, count);
    rows.push([...desksRow, '', '']);
  }
  await desk.context().close();
  return table(
    [
      `${count.toLocaleString('en')} messages`,
      'from the load to the last one, ms',
      'to all of them, ms',
      'frames a second',
      'late frames',
      'longest, ms',
      'one more drawn, ms',
      'and sent, ms',
    ],
    rows,
  );
};
