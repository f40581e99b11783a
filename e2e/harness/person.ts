import { expect, type Locator, type Page } from '@playwright/test';

/** What both sides do alike. */
export class Person {
  readonly page: Page;
  readonly message: Locator;
  readonly theirPicture: Locator;
  readonly ownPicture: Locator;

  constructor(page: Page) {
    this.page = page;
    this.message = page.getByRole('textbox', { name: 'Message' });
    this.theirPicture = page.getByLabel('Their picture');
    this.ownPicture = page.getByLabel('Your picture', { exact: true });
  }

  async press(name: string): Promise<void> {
    await this.page.getByRole('button', { name, exact: true }).click();
  }

  async send(text: string): Promise<void> {
    await this.message.fill(text);
    await this.press('Send');
  }

  /** The texts of the conversation as they stand on the screen, in order. */
  async expectTexts(texts: readonly string[]): Promise<void> {
    await expect(this.page.getByRole('log').locator('[data-message] [data-text]')).toHaveText([...texts]);
  }
}
