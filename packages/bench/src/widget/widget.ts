import { bytes } from '../bytes/bytes.ts';
import { launchChromium } from '../chromium.ts';
import { MortalServer } from '../eyeline/mortal-server.ts';
import { felt } from './felt.ts';
import { longConversation } from './long-conversation.ts';
import { sizes } from './sizes.ts';
import { withAndWithout } from './with-and-without.ts';

/** What the widget costs the page that it stands in and whoever visits it, beside what npm has of others. */
export const widget = async (rounds: number, messages: number): Promise<void> => {
  console.log(`${sizes()}\n`);
  bytes();
  const server = await MortalServer.make();
  const browser = await launchChromium();
  try {
    await server.start();
    console.log(`\n${await felt(browser, server.url, rounds)}`);
    console.log(`\n${await withAndWithout(browser, server.url, rounds)}`);
    if (messages > 0) console.log(`\n${await longConversation(browser, server.url, messages)}`);
  } finally {
    await browser.close();
    await server.remove();
  }
};
