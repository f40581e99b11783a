import { failures } from '@eyeline/protocol';
import { type Browser, expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { openPage } from './browser.ts';
import { password } from './contact-centre.ts';
import { Person } from './person.ts';

const behindMore = ['Ask a colleague', 'Hand over', 'End chat'];

/** Presses *Sign in*, and again where the server says that it is busy, as a person does. */
export async function signInThere(page: Page | FrameLocator): Promise<void> {
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(async () => {
    if (await page.getByText(failures['server-busy']).isVisible())
      await page.getByRole('button', { name: 'Sign in' }).click();
    await expect(page.getByRole('button', { name: 'Go ready', exact: true })).toBeVisible({ timeout: 5_000 });
  }).toPass();
}

/** An agent at a desk of their own, doing what a person does. */
export class Agent extends Person {
  static async signIn(browser: Browser, url: string, username = 'anna', path = '/desk.html'): Promise<Agent> {
    const page = await openPage(browser, { viewport: { width: 1280, height: 800 } });
    await page.goto(url + path);
    await page.getByLabel('User name').fill(username);
    await page.getByLabel('Password').fill(password);
    await signInThere(page);
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

  /** How the agent stands in one kind of work: a row of what the line in the state bar opens. */
  domain(name: string): Locator {
    return this.page
      .getByRole('list', { name: 'Your state by kind of work', includeHidden: true })
      .getByRole('listitem', { includeHidden: true })
      .filter({ hasText: name });
  }

  /** What is behind "More" too; and who ends a chat is asked first. */
  override async press(name: string): Promise<void> {
    if (behindMore.includes(name)) await super.press('More');
    await super.press(name);
    if (name !== 'End chat') return;
    await this.page.getByRole('group', { name: 'End this chat?' }).getByRole('button', { name }).click();
  }

  async transfer(to: string): Promise<void> {
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
