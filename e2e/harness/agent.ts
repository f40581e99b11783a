import { type Browser, expect, type Locator } from '@playwright/test';
import { openPage } from './browser.ts';
import { password } from './contact-centre.ts';
import { Person } from './person.ts';

/** An agent at a desk of their own, doing what a person does. */
export class Agent extends Person {
  static async signIn(browser: Browser, url: string, username = 'anna', path = '/desk.html'): Promise<Agent> {
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(url + path);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: 'Go ready' })).toBeVisible();
    return new Agent(page);
  }

  async goReady(): Promise<void> {
    await this.press('Go ready');
    await expect(this.page.getByRole('button', { name: 'Go not ready' })).toBeVisible();
  }

  async acceptOffer(): Promise<void> {
    await this.press('Accept offer');
    await expect(this.message).toBeVisible();
  }

  /** The conversations in the list, by the customers' names. */
  task(name: string): Locator {
    return this.page.getByRole('navigation', { name: 'Conversations' }).getByRole('button', { name });
  }

  /** The chip of one kind of work. */
  domain(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Your state by kind of work' })
      .getByRole('listitem')
      .filter({ hasText: name });
  }

  async handOver(to: string): Promise<void> {
    await this.press('Hand over');
    const dialog = this.page.getByRole('dialog', { name: 'Hand over to' });
    await dialog.getByRole('searchbox').fill(to);
    await dialog.getByRole('button', { name: to }).click();
  }

  async wrapUp(code: string): Promise<void> {
    await this.page.getByLabel(code).check();
    await this.press('Finish');
  }
}
