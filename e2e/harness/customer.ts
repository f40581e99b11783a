import { type Browser, type BrowserContextOptions, expect } from '@playwright/test';
import { openPage } from './browser.ts';
import { Person } from './person.ts';

/** A customer on a shop's page, doing what a person does. */
export class Customer extends Person {
  static async visit(
    browser: Browser,
    url: string,
    path = '/shop.html',
    options: BrowserContextOptions = {},
  ): Promise<Customer> {
    const page = await openPage(browser, options);
    await page.goto(url + path);
    return new Customer(page);
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Chat with us' }).click();
  }

  /** Opens the widget, fills the form and asks for a chat. */
  async ask(name: string, question = 'Where is my parcel?'): Promise<void> {
    await this.open();
    const anyway = this.page.getByRole('button', { name: 'Chat anyway' });
    const field = this.page.getByLabel('Name');
    await expect(anyway.or(field).first()).toBeVisible();
    // Nobody is signed in yet.
    if (await anyway.isVisible()) await anyway.click();
    await field.fill(name);
    const text = this.page.getByLabel('How can we help?');
    if (await text.count()) await text.fill(question);
    await this.press('Start chat');
  }
}
