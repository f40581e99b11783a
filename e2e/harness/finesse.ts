import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Box, defaultScenario, startBox } from '@eyeline/simulators';
import { type Browser, expect, type FrameLocator, type Page } from '@playwright/test';
import { signInThere } from './agent.ts';
import { openPage } from './browser.ts';
import { ContactCentre, password } from './contact-centre.ts';

/** Cisco's side in this process, and a contact centre that follows its phones. Anna is Finesse's 1001. */
export class FinesseCentre {
  readonly box: Box;
  readonly centre: ContactCentre;
  readonly #folder: string;

  private constructor(box: Box, centre: ContactCentre, folder: string) {
    this.box = box;
    this.centre = centre;
    this.#folder = folder;
  }

  /** With UCCE, our own engine routes, or CCE. No agent's password is known. */
  static async start(ucce?: 'beside-cce' | 'routed-by-cce'): Promise<FinesseCentre> {
    const users = defaultScenario.users.filter(({ script }) => !script);
    const deployment = ucce ? 'UCCE' : 'UCCX';
    const domains = [{ id: '5001', name: 'Video_MRD', interruptible: false, maxDialogLimit: 1 }];
    // However slow the machine is, nobody is signed out for having been away too long, and no task of CCE's runs out.
    const timings = { presenceMs: 900_000, offerMs: 240_000 };
    const box = await startBox({
      scenario: { ...defaultScenario, users, calls: { perMinute: 0 }, deployment, domains, timings },
    });
    const folder = await mkdtemp(join(tmpdir(), 'eyeline-finesse-'));
    const authority = join(folder, 'ca.pem');
    const secret = join(folder, 'password');
    await writeFile(authority, box.authority);
    await writeFile(secret, 'box\n');
    const centre = await ContactCentre.start({
      config: {
        routing: {
          agentDefaults: { domains: { chat: 1, video: 1 }, voiceChannel: true },
          policy: { voiceRetryMs: 500 },
          ...(ucce === 'routed-by-cce'
            ? { defaultQueue: 'advice', queues: { advice: { taskRouting: { scriptSelector: 'VideoRouting' } } } }
            : {}),
        },
        finesse: {
          nodes: box.addresses.finesse,
          account: { userId: 'eyeline', password: { file: secret } },
          authorities: [authority],
          reason: { label: 'Video call' },
          agents: { anna: { finesseUserId: '1001' } },
          pollMs: 1_000,
          ...(ucce
            ? {
                media: { pollMs: 300 },
                taskRouting: { origin: box.addresses.ccp, feed: { id: '101212' }, pollMs: 300 },
              }
            : {}),
        },
      },
    });
    return new FinesseCentre(box, centre, folder);
  }

  /** Ada's voice as Finesse has it: `NOT_READY Video call (800)`. */
  voice(): string {
    const user = this.box.state().users.find(({ id }) => id === '1001');
    return `${user?.state} ${user?.reason}`.trim();
  }

  async stop(): Promise<void> {
    await this.centre.stop();
    await this.box.stop();
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** An agent at Cisco's desktop of node A, with our gadget in it. */
export class FinesseDesktop {
  readonly page: Page;
  readonly gadget: FrameLocator;

  private constructor(page: Page) {
    this.page = page;
    this.gadget = page.frameLocator('#gadget');
  }

  /** Signed in at both, and ready at both. */
  static async signIn(browser: Browser, { box, centre }: FinesseCentre): Promise<FinesseDesktop> {
    const page = await openPage(browser, { ignoreHTTPSErrors: true, viewport: { width: 1280, height: 800 } });
    await page.goto(`${box.addresses.finesse[0]}/desktop/?gadget=${centre.url}/gadget/eyeline.xml`);
    const desktop = new FinesseDesktop(page);
    await page.getByLabel('User id').fill('1001');
    await page.getByLabel('Password').fill('box');
    await page.getByLabel('Extension').fill('2001');
    await page.getByRole('button', { name: 'Sign in' }).click();
    await desktop.gadget.getByLabel('User name').fill('anna');
    await desktop.gadget.getByLabel('Password').fill(password);
    await signInThere(desktop.gadget);
    await page.getByRole('button', { name: 'Ready', exact: true }).click();
    await desktop.press('Go ready');
    await expect(desktop.gadget.getByRole('button', { name: 'Go not ready' })).toBeVisible();
    return desktop;
  }

  /** A button of the gadget. */
  async press(name: string): Promise<void> {
    await this.gadget.getByRole('button', { name, exact: true }).click();
  }

  async endChat(): Promise<void> {
    await this.press('More');
    await this.press('End chat');
    await this.gadget.getByRole('group', { name: 'End this chat?' }).getByRole('button', { name: 'End chat' }).click();
  }

  /** What Finesse writes, asked in the agent's own name; `path` starts after the agent's. */
  asAgent(path: string, body?: string): Promise<string> {
    const ask = async ({ to, put }: { to: string; put: string | null }) => {
      const headers = { authorization: `Basic ${btoa('1001:box')}`, 'content-type': 'application/xml' };
      const answer = await fetch(
        `/finesse/api/User/1001${to}`,
        put === null ? { headers } : { method: 'PUT', headers, body: put },
      );
      return answer.text();
    };
    return this.page.evaluate(ask, { to: path, put: body ?? null });
  }

  /** Signed in to CCE's domain, and ready there. */
  async readyInDomain(): Promise<void> {
    await this.asAgent('/Media/5001', '<Media><state>LOGIN</state><maxDialogLimit>1</maxDialogLimit></Media>');
    const state = () => this.asAgent('/Media/5001');
    await expect.poll(state).toContain('<state>NOT_READY</state>');
    await this.asAgent('/Media/5001', '<Media><state>READY</state></Media>');
    await expect.poll(state).toContain('<state>READY</state>');
  }

  get offer() {
    return this.gadget.getByRole('button', { name: 'Accept offer', exact: true });
  }

  get theirPicture() {
    return this.gadget.getByLabel('Their picture');
  }

  async finish(): Promise<void> {
    await this.endChat();
    await this.gadget.getByLabel('Solved').check();
    await this.press('Finish');
  }
}
