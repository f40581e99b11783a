import type { Browser, Page } from '@playwright/test';
import { watchCost } from './page-cost.ts';

export interface Traffic {
  readonly requests: number;
  /** As they travelled: compressed, with their headers. */
  readonly bytes: number;
}

/** A page in a context of its own that counts what it asks of this server, and what its visitor feels. */
export class CustomerPage {
  readonly page: Page;
  #requests = 0;
  #bytes = 0;

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(browser: Browser): Promise<CustomerPage> {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    page.on('pageerror', error => console.error(error.message));
    await page.addInitScript(watchCost);
    const customer = new CustomerPage(page);
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    const ours = new Set<string>();
    session.on('Network.requestWillBeSent', ({ requestId, request }) => {
      if (!/\/eyeline(\.js|\/)/.test(request.url)) return;
      ours.add(requestId);
      customer.#requests += 1;
    });
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (ours.has(requestId)) customer.#bytes += encodedDataLength;
    });
    return customer;
  }

  /** What came of the widget's files since the last time. */
  async traffic(): Promise<Traffic> {
    await this.page.waitForLoadState('networkidle');
    const seen = { requests: this.#requests, bytes: this.#bytes };
    this.#requests = 0;
    this.#bytes = 0;
    return seen;
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

export const press = (page: Page, name: string): Promise<void> =>
  page.getByRole('button', { name, exact: true }).click();

/** From the click on the round button to the form, also where nobody is signed in. */
export const openForm = async (page: Page): Promise<void> => {
  await press(page, 'Chat with us');
  const anyway = page.getByRole('button', { name: 'Wait in the chat' });
  await anyway.or(page.getByLabel('Name')).first().waitFor();
  if (await anyway.isVisible()) await anyway.click();
  await page.getByLabel('Name').waitFor();
};

export const startChat = async (page: Page): Promise<void> => {
  await page.getByLabel('Name').fill('Ada Lovelace');
  await press(page, 'Start chat');
  await page.getByRole('textbox', { name: 'Message' }).waitFor();
};

export const send = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: 'Message' }).fill(text);
  await press(page, 'Send');
  await page.getByRole('log').getByText(text).waitFor();
};
