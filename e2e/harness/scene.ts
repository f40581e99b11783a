import { type Browser, test as base } from '@playwright/test';
import { openBrowser } from './browser.ts';
import { ContactCentre, type ContactCentreOptions } from './contact-centre.ts';

/** The tones that the two microphones hear, in Hz. */
export const tones = { customer: 440, agent: 880 } as const;

interface Scene {
  readonly centreOptions: ContactCentreOptions;
  readonly centre: ContactCentre;
  /** Red picture, 440 Hz. */
  readonly customerBrowser: Browser;
  /** Blue picture, 880 Hz. */
  readonly agentBrowser: Browser;
}

/** A contact centre of its own for each test, and a browser for each person. */
export const test = base.extend<Scene>({
  centreOptions: [{}, { option: true }],
  centre: async ({ centreOptions }, use) => {
    const centre = await ContactCentre.start(centreOptions);
    await use(centre);
    await centre.stop();
  },
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter.
  customerBrowser: async ({}, use) => {
    const browser = await openBrowser({ colour: 'red', toneHz: tones.customer });
    await use(browser);
    await browser.close();
  },
  // biome-ignore lint/correctness/noEmptyPattern: as above.
  agentBrowser: async ({}, use) => {
    const browser = await openBrowser({ colour: 'blue', toneHz: tones.agent });
    await use(browser);
    await browser.close();
  },
});

export { expect } from '@playwright/test';
