import type { Browser } from '@playwright/test';
import { openPage } from './browser.ts';
import { Person } from './person.ts';

/** A customer on a shop's page, doing what a person does. */
export class Customer extends Person {
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
}
