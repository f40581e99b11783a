import { type Browser, expect } from '@playwright/test';
import { openPage, type PageOptions } from './browser.ts';
import { Person } from './person.ts';

/** A customer on a shop's page, doing what a person does. */
export class Customer extends Person {
  static async visit(browser: Browser, url: string, path = '/shop.html', options: PageOptions = {}): Promise<Customer> {
    const page = await openPage(browser, options);
    await page.goto(url + path);
    return new Customer(page);
  }

  async open(): Promise<void> {
    await this.page.getByRole('button', { name: 'Chat with us' }).click();
  }

  /** Opens the widget, and goes on to the form also where nobody is signed in yet. */
  async openForm(): Promise<void> {
    await this.open();
    const anyway = this.page.getByRole('button', { name: 'Wait in the chat' });
    await expect(anyway.or(this.page.getByLabel('Name')).first()).toBeVisible();
    if (await anyway.isVisible()) await anyway.click();
  }

  /** Opens the widget, fills the form and asks for a chat. */
  async ask(name: string, question = 'Where is my parcel?'): Promise<void> {
    await this.openForm();
    await this.page.getByLabel('Name').fill(name);
    const text = this.page.getByLabel('How can we help?');
    if (await text.count()) await text.fill(question);
    await this.press('Start chat');
  }

  /** The form of a callback, from now until the end of the day. */
  async fillCallback(name: string, phone: string): Promise<void> {
    await this.page.getByLabel('Name').fill(name);
    await this.page.getByLabel('Phone').fill(phone);
    await this.page.getByLabel('Day').fill(new Date().toISOString().slice(0, 10));
    await this.page.getByLabel('Between').fill('00:00');
    await this.page.getByLabel('and', { exact: true }).fill('23:59');
    await this.press('Ask for a callback');
  }

  /** Opens the widget where nobody chats, and asks for a callback. */
  async askForCallback(name: string, phone: string): Promise<void> {
    await this.open();
    await this.page.getByRole('button', { name: 'Call me back' }).click();
    await this.fillCallback(name, phone);
    await expect(this.page.getByText('We call you back')).toBeVisible();
  }
}
