import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION, type Reply, SOCKET_PATH } from '@eyeline/protocol';
import type { Browser, Page } from '@playwright/test';
import { WireSocket } from '../relay/wire-socket.ts';
import { table } from '../table.ts';
import { press } from './customer-page.ts';
import { openDesk } from './desk.ts';
import { slowDown } from './page-cost.ts';

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
  await desk.close();
  customer.close();
  return token;
};

interface Scrolled {
  readonly framesPerSecond: number;
  /** Of all frames, those that took longer than one and a half. */
  readonly late: number;
}

/** From the end to the beginning and back, a screen every tenth of a second; runs in the page. */
const scroll = (): Promise<Scrolled> =>
  new Promise(resolve => {
    const find = (root: Document | ShadowRoot): Element | undefined => {
      for (const one of root.querySelectorAll('*')) {
        const found = one.matches('.scroller[role=log]') ? one : one.shadowRoot ? find(one.shadowRoot) : undefined;
        if (found) return found;
      }
      return undefined;
    };
    const log = find(document);
    if (!log) throw new Error('no messages');
    const lasts = 4_000;
    const gaps: number[] = [];
    const begin = performance.now();
    const top = log.scrollTop;
    let before = begin;
    const step = (now: number) => {
      gaps.push(now - before);
      before = now;
      const share = (now - begin) / lasts;
      // Four fifths at the pace of a hand, then through all of it.
      log.scrollTop = share < 0.8 ? top - share * lasts * 5 : top * (1 - (share - 0.8) / 0.2);
      if (share < 1) requestAnimationFrame(step);
      else
        resolve({
          framesPerSecond: (gaps.length * 1_000) / (now - begin),
          late: gaps.filter(gap => gap > 25).length / gaps.length,
        });
    };
    requestAnimationFrame(step);
  });

/** How long a long conversation takes to open, and how it scrolls. */
export const longConversation = async (browser: Browser, url: string, count: number): Promise<string> => {
  const token = await converse(await openDesk(browser, url), url, count);
  const rows: string[][] = [];
  for (const slower of [1, 4]) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    await slowDown(page, slower);
    await page.addInitScript(kept => {
      for (const storage of [sessionStorage, localStorage]) storage.setItem('eyeline.customer.support', kept);
    }, token);
    await page.goto(`${url}/shop.html`, { waitUntil: 'commit' });
    await page.getByText(`(${count - 1})`).waitFor();
    const opened = await page.evaluate(() => performance.now());
    await page.evaluate(() => new Promise(resolve => setTimeout(resolve, 1_000)));
    const { framesPerSecond, late } = await page.evaluate(scroll);
    const [typed, sent] = await page.evaluate(async () => {
      const { eyeline } = window as unknown as { eyeline(...call: unknown[]): Promise<unknown> };
      const from = performance.now();
      const answered = eyeline('send', 'One more');
      await new Promise(requestAnimationFrame);
      const drawn = performance.now() - from;
      await answered;
      return [drawn, performance.now() - from];
    });
    rows.push([
      `processor ${slower === 1 ? 'as it is' : `${slower} times as slow`}`,
      opened.toFixed(0),
      framesPerSecond.toFixed(1),
      `${(late * 100).toFixed(1)} %`,
      (typed ?? 0).toFixed(0),
      (sent ?? 0).toFixed(0),
    ]);
    await context.close();
  }
  return table(
    [
      `${count.toLocaleString('en')} messages`,
      'from the reload to the last one, ms',
      'frames a second',
      'late frames',
      'one more drawn, ms',
      'and sent, ms',
    ],
    rows,
  );
};
