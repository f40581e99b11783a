import { afterEach, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../settings/config.ts';
import { FinesseBox } from '../testing/finesse-box.ts';
import type { Page } from '../testing/page.ts';
import { TestServer } from '../testing/test-server.ts';
import { UcceAgent, until } from '../testing/ucce-agent.ts';
import { UcceGadget } from '../testing/ucce-gadget.ts';

let finesse: FinesseBox;
let server: TestServer;
let ada: UcceAgent;
afterEach(async () => {
  ada?.stop();
  await server?.stop();
  await finesse?.stop();
});

interface Setting {
  /** Whether the agents' own passwords are configured: where not, Finesse obeys nobody but the gadget. */
  readonly hasPasswords?: boolean;
  /** Whether CCE routes. */
  readonly isRoutedByCce?: boolean;
}

async function start({ hasPasswords = false, isRoutedByCce = false }: Setting = {}) {
  finesse = await FinesseBox.start({
    deployment: 'UCCE',
    domains: [{ id: '5001', name: 'Video_MRD', interruptible: false, maxDialogLimit: 1 }],
  });
  ada = new UcceAgent(finesse.box, '1001');
  const withPasswords = finesse.config({ gadgetMs: 1000 });
  const { agents, ...section } = withPasswords;
  // Nor has the platform an account, with which a task could be closed.
  const taskRouting = { origin: finesse.box.addresses.ccp ?? '', feed: { id: '101212' }, pollMs: 50 };
  const config: Partial<ConfigInput> = {
    entryPoints: [{ entryPointId: 'support', title: 'Support', video: true }],
    routing: {
      agentDefaults: { domains: { chat: 1, video: 1 } },
      ...(isRoutedByCce
        ? { defaultQueue: 'advice', queues: { advice: { taskRouting: { scriptSelector: 'VideoRouting' } } } }
        : {}),
    },
    finesse: {
      ...section,
      agents: hasPasswords ? (agents ?? {}) : { anna: { finesseUserId: '1001' }, ben: { finesseUserId: '1002' } },
      ...(isRoutedByCce ? { taskRouting } : { media: { pollMs: 100 } }),
    },
  };
  server = await TestServer.start(config, { lookup: finesse.box.lookup });
}

/** A video that our own engine gives to Anna, who is Finesse's Ada. */
async function video(page: Page) {
  const zoe = await server.page();
  const { interactionId } = await zoe.do('interaction.open', {
    entryPointId: 'support' as never,
    form: {},
    domain: 'video',
  });
  const { offerId } = await page.waitFor('offer.made');
  const { taskId } = await page.do('offer.accept', { offerId });
  return async () => {
    await page.do('interaction.end', { interactionId });
    await page.do('task.wrap-up', { taskId, code: 'solved' });
  };
}

const untilRoutable = (isRoutable: boolean) =>
  until(`routable is ${isRoutable}`, async () => (await ada.isRoutable()) === isRoutable);

describe('while a video of ours is in hand', () => {
  test('the gadget makes its agent not routable, and routable again after it', async () => {
    await start();
    await ada.ready();
    const { page } = await server.agent('anna');
    const gadget = new UcceGadget(page, ada);
    await gadget.attach();
    const end = await video(page);
    await untilRoutable(false);
    await end();
    await untilRoutable(true);
    const command = { of: 'routable', mediaId: '5001' };
    expect(gadget.changes).toMatchObject([
      { ...command, isRoutable: false, onlyIf: { isRoutable: true } },
      { ...command, isRoutable: true, onlyIf: { isRoutable: false } },
    ]);
  });

  test('an agent for whom nobody speaks is left alone, until the gadget is there', async () => {
    await start();
    await ada.ready();
    const { page } = await server.agent('anna');
    const end = await video(page);
    await page.settle();
    expect(await ada.isRoutable()).toBe(true);
    const gadget = new UcceGadget(page, ada);
    await gadget.attach();
    await untilRoutable(false);
    await end();
    await untilRoutable(true);
  });

  test('a gadget that goes leaves nothing behind when it is back', async () => {
    await start();
    await ada.ready();
    const { page } = await server.agent('anna');
    const gadget = new UcceGadget(page, ada);
    await gadget.attach();
    const end = await video(page);
    await untilRoutable(false);
    await page.do('desktop.detach', {});
    await end();
    expect(await ada.isRoutable()).toBe(false);
    await gadget.attach();
    await untilRoutable(true);
  });

  test('the password does what a silent gadget does not', async () => {
    await start({ hasPasswords: true });
    await ada.ready();
    const { page } = await server.agent('anna');
    const gadget = new UcceGadget(page, ada);
    gadget.isSilent = true;
    await gadget.attach();
    const end = await video(page);
    await untilRoutable(false);
    expect(gadget.changes.length).toBeGreaterThan(0);
    await end();
    await untilRoutable(true);
  });

  test('and nobody does what the gadget refuses because Finesse shows it something else', async () => {
    await start({ hasPasswords: true });
    await ada.ready();
    const { page } = await server.agent('anna');
    const gadget = new UcceGadget(page, ada);
    gadget.refusal = 'not-as-expected';
    await gadget.attach();
    await video(page);
    await until('it was asked twice', () => gadget.changes.length > 1);
    expect(await ada.isRoutable()).toBe(true);
  });

  test('only the own agent’s gadget is asked', async () => {
    await start();
    await ada.ready();
    // Nobody follows phones: whoever says so is believed, and asked for nothing that is Ada's.
    const ben = await server.agent('ben', false);
    const gadget = new UcceGadget(ben.page, ada);
    await gadget.attach();
    const { page } = await server.agent('anna');
    await video(page);
    await page.settle();
    await ben.page.settle();
    expect(await ada.isRoutable()).toBe(true);
    expect([gadget.changes, gadget.polls]).toEqual([[], 0]);
  });
});

describe('a task that CCE gave out', () => {
  test('is accepted, started, wrapped up and closed by the gadget as its conversation goes on', async () => {
    await start({ isRoutedByCce: true });
    const { page } = await server.agent('anna');
    const gadget = new UcceGadget(page, ada);
    await gadget.attach();
    await ada.ready();
    const zoe = await server.customer();
    const { offerId } = await page.waitFor('offer.made');
    const { taskId } = await page.do('offer.accept', { offerId });
    await ada.task('active');
    await page.do('interaction.end', { interactionId: zoe.interactionId });
    await ada.task('wrapping-up');
    await page.do('task.wrap-up', { taskId, code: 'solved' });
    await until('the task is gone', async () => (await ada.tasks()).length === 0);
    const asked = gadget.changes.map(command =>
      command.of === 'task' ? [command.action, command.onlyIf.state] : command.of,
    );
    expect(asked).toEqual([
      ['accept', 'offered'],
      ['start', 'accepted'],
      ['wrap-up', 'active'],
      ['close', 'wrapping-up'],
    ]);
    await until('nothing is left of it', () => server.running.centre.work.state.externalTasks.size === 0);
  });

  test('and was accepted at Finesse is seen by the gadget', async () => {
    await start({ isRoutedByCce: true });
    const { page } = await server.agent('anna');
    await new UcceGadget(page, ada).attach();
    await ada.ready();
    await server.customer();
    await page.waitFor('offer.made');
    await ada.accept();
    await page.waitFor('task.state-changed', one => one.state === 'active');
  });

  test('is left alone at Finesse where nobody speaks for the agent', async () => {
    await start({ isRoutedByCce: true });
    const { page } = await server.agent('anna');
    await ada.ready();
    await server.customer();
    const { offerId } = await page.waitFor('offer.made');
    await page.do('offer.accept', { offerId });
    await page.settle();
    await ada.task('offered');
  });
});
