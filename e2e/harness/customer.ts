import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { openPage } from './browser.ts';

/** A customer on a shop's page, doing what a person does. */
export class Customer {
  readonly page: Page;
  readonly message: Locator;
  readonly theirPicture: Locator;
  readonly ownPicture: Locator;

  constructor(page: Page) {
    this.page = page;
    this.message = page.getByRole('textbox', { name: 'Message' });
    this.theirPicture = page.getByLabel('Their picture');
    this.ownPicture = page.getByLabel('Your picture');
  }

  static async visit(browser: Browser, url: string, path = '/shop.html'): Promise<Customer> {
    const page = await openPage(browser);
    await page.goto(url + path);
    return new Customer(page);
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Chat with us' }).click();
  }

  /** Opens the widget, fills the form and asks for a chat. */
  async ask(name: string, question = 'Where is my parcel?'): Promise<void> {
    await this.open();
    await this.page.getByLabel('Name').fill(name);
    const text = this.page.getByLabel('How can we help?');
    if (await text.count()) await text.fill(question);
    await this.press('Start chat');
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async say(text: string): Promise<void> {
    await this.message.fill(text);
    await this.press('Send');
  }

  /** The texts of the conversation as they stand on the screen, in order. */
  async expectTexts(texts: readonly string[]): Promise<void> {
    await expect(this.page.getByRole('log').locator('[data-message] [data-text]')).toHaveText([...texts]);
  }
}
