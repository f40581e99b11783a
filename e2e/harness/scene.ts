import { type Browser, test as base } from '@playwright/test';
import { Agent } from './agent.ts';
import { openBrowser } from './browser.ts';
import { ContactCentre, type ContactCentreOptions } from './contact-centre.ts';
import { Customer } from './customer.ts';

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

/** The browsers' processes, which the tests of a worker share: what a test leaves behind is in its contexts. */
interface Processes {
  readonly customerProcess: Browser;
  readonly agentProcess: Browser;
}

/** A contact centre of its own for each test, and a browser for each person. */
export const test = base.extend<Scene, Processes>({
  centreOptions: [{}, { option: true }],
  centre: async ({ centreOptions }, use) => {
    const centre = await ContactCentre.start(centreOptions);
    await use(centre);
    await centre.stop();
  },
  customerProcess: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads a fixture's needs from its first parameter.
    async ({}, use) => {
      const browser = await openBrowser({ colour: 'red', toneHz: tones.customer });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  agentProcess: [
    // biome-ignore lint/correctness/noEmptyPattern: as above.
    async ({}, use) => {
      const browser = await openBrowser({ colour: 'blue', toneHz: tones.agent });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  customerBrowser: async ({ customerProcess }, use) => {
    await use(customerProcess);
    await closePages(customerProcess);
  },
  agentBrowser: async ({ agentProcess }, use) => {
    await use(agentProcess);
    await closePages(agentProcess);
  },
});

async function closePages(browser: Browser): Promise<void> {
  await Promise.all(browser.contexts().map(context => context.close()));
}

interface Meeting {
  readonly centre: Pick<ContactCentre, 'url'>;
  readonly customerBrowser: Browser;
  readonly agentBrowser: Browser;
  readonly entryPoint?: string;
}

/** Ada, who asked, and Anna, who took the offer, in their conversation. */
export async function meet({ centre, customerBrowser, agentBrowser, entryPoint = 'support' }: Meeting) {
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url, `/shop.html?entry-point=${entryPoint}`);
  await customer.ask('Ada Lovelace');
  await agent.acceptOffer();
  return { agent, customer };
}

export { expect } from '@playwright/test';
