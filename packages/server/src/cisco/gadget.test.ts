import { afterEach, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../settings/config.ts';
import { parseConfig } from '../settings/parse-config.ts';
import { FinesseBox } from '../testing/finesse-box.ts';
import { Page } from '../testing/page.ts';
import { TestServer, testConfig } from '../testing/test-server.ts';

const routing = {
  agentDefaults: { domains: { chat: 1, video: 1 }, voiceChannel: true },
  // Whoever takes over does it at once: routing does not begin anew meanwhile.
  policy: { voiceRetryMs: 200, voiceHoldMs: 30_000 },
} satisfies ConfigInput['routing'];
const entryPoints = [{ entryPointId: 'support', title: 'Support' }];
const videoCall = { label: 'Video call' };

let finesse: FinesseBox;
let server: TestServer;
afterEach(async () => {
  await server?.stop();
  await finesse?.stop();
});

/** Anna (1001) is ready in Finesse and at our desk; her gadget is attached, and nobody answers for it yet. */
async function start(changes: Parameters<FinesseBox['config']>[0] = {}) {
  finesse = await FinesseBox.start();
  await finesse.ready('1001');
  const section = finesse.config({ reason: videoCall, gadgetMs: 400, ...changes });
  server = await TestServer.start({ routing, entryPoints, finesse: section }, { lookup: finesse.box.lookup });
  const anna = await server.agent('anna', false);
  await anna.page.do('desktop.attach', { userId: '1001' });
  await anna.page.do('agent.set-state', { state: 'ready', domains: ['chat', 'video'] });
  return anna.page;
}

/** Does as the gadget does: the agent's own identity changes the state, and the answer follows. */
async function obey(page: Page, state: 'ready' | 'not-ready') {
  const { desktopCommandId } = await page.waitFor(
    'desktop.commanded',
    one => one.of === 'voice' && one.state === state,
  );
  finesse.box.setState('1001', state === 'ready' ? { state: 'READY' } : { state: 'NOT_READY', reasonCodeId: '3' });
  await finesse.until('1001', state === 'ready' ? 'READY' : 'NOT_READY');
  await page.do('desktop.answer', { desktopCommandId, refusal: null });
  return desktopCommandId;
}

const bySupervisor = 'NOT_READY Supervisor Initiated (33)';
const byGadget = 'NOT_READY Video call (800)';

describe('an agent whose gadget is there', () => {
  test('is made not ready by it with the chosen reason, offered, and made ready by it', async () => {
    const page = await start();
    await server.customer();
    await obey(page, 'not-ready');
    expect(page.payloads('desktop.commanded')[0]).toMatchObject({ reason: videoCall, onlyIf: 'free' });
    const { offerId } = await page.waitFor('offer.made');
    expect(finesse.state('1001')).toBe(byGadget);
    const { taskId, interactionId } = await page.do('offer.accept', { offerId });
    await page.do('interaction.end', { interactionId });
    await page.do('task.wrap-up', { taskId, code: 'solved' });
    await obey(page, 'ready');
    expect(page.payloads('desktop.commanded')).toHaveLength(2);
    expect(page.payloads('desktop.commanded')[1]).toMatchObject({ state: 'ready', onlyIf: 'held' });
    expect(finesse.state('1001')).toBe('READY');
  });

  test('and says nothing: the supervisor takes over when the command has expired', async () => {
    const page = await start();
    await server.customer();
    const { expiresAt } = await page.waitFor('desktop.commanded');
    await page.waitFor('offer.made');
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt);
    expect(finesse.state('1001')).toBe(bySupervisor);
  });

  test.each(['unknown-reason', 'failed'] as const)(
    'and refuses (%s): the supervisor takes over at once',
    async refusal => {
      const page = await start({ gadgetMs: 60_000 });
      await server.customer();
      const { desktopCommandId } = await page.waitFor('desktop.commanded');
      await page.do('desktop.answer', { desktopCommandId, refusal });
      await page.waitFor('offer.made');
      expect(finesse.state('1001')).toBe(bySupervisor);
    },
  );

  test.each(['not-as-expected', 'on-manual-call', 'pending-not-allowed'] as const)(
    'and says %s: nobody else asks, and nothing is offered',
    async refusal => {
      const page = await start({ gadgetMs: 60_000 });
      await server.customer();
      const { desktopCommandId } = await page.waitFor('desktop.commanded');
      await page.do('desktop.answer', { desktopCommandId, refusal });
      // Routing tries again after a while, by the gadget first.
      await page.waitFor('desktop.commanded', one => one.desktopCommandId !== desktopCommandId);
      expect(finesse.state('1001')).toBe('READY');
      expect(page.payloads('offer.made')).toEqual([]);
    },
  );

  test('and is closed in the middle: the supervisor takes over at once', async () => {
    const page = await start({ gadgetMs: 60_000 });
    await server.customer();
    await page.waitFor('desktop.commanded');
    await page.do('desktop.detach', {});
    await page.waitFor('offer.made');
    expect(finesse.state('1001')).toBe(bySupervisor);
  });

  test('whose page is gone in the middle: nobody is left not ready', async () => {
    const page = await start({ gadgetMs: 60_000 });
    await server.customer();
    await page.waitFor('desktop.commanded');
    const { state } = server.running.centre.work;
    const holds = () => [...state.voices.values()].map(({ hold }) => hold);
    expect(holds()).toContain('asked');
    page.close();
    // Nobody takes over what is not asked for any more: there is nobody to be offered to.
    await expect.poll(holds).toEqual(holds().map(() => 'none'));
    await finesse.until('1001', 'READY');
  });

  test('and answers too late: the answer changes nothing, and all is given back', async () => {
    const page = await start();
    await server.customer();
    const { desktopCommandId } = await page.waitFor('desktop.commanded');
    const { offerId } = await page.waitFor('offer.made');
    finesse.box.setState('1001', { state: 'NOT_READY', reasonCodeId: '3' });
    await finesse.until('1001', byGadget);
    await page.do('desktop.answer', { desktopCommandId, refusal: null });
    const { taskId, interactionId } = await page.do('offer.accept', { offerId });
    await page.do('interaction.end', { interactionId });
    await page.do('task.wrap-up', { taskId, code: 'solved' });
    await obey(page, 'ready');
    await finesse.until('1001', 'READY');
  });

  test('while a call comes in between: the call wins', async () => {
    const page = await start();
    await server.customer();
    const { desktopCommandId } = await page.waitFor('desktop.commanded');
    finesse.box.call({ user: '1001' });
    await finesse.until('1001', 'RESERVED');
    await page.do('desktop.answer', { desktopCommandId, refusal: 'not-as-expected' });
    await page.settle();
    expect(page.payloads('offer.made')).toEqual([]);
    expect(finesse.state('1001')).toBe('RESERVED');
  });
});

describe('a desk', () => {
  test('has no say about somebody else’s phone, nor without signing in', async () => {
    const page = await start();
    expect(await page.refusal('desktop.attach', { userId: '1002' })).toBe('voice-channel-not-yours');
    const stranger = await server.page();
    expect(await stranger.refusal('desktop.attach', { userId: '1001' })).toBe('not-signed-in');
    const { page: zoe } = await server.customer();
    expect(await zoe.refusal('desktop.attach', { userId: '1001' })).toBe('not-allowed');
    const { desktopCommandId } = await page.waitFor('desktop.commanded');
    // Ben answers for Anna, and is not heard.
    const ben = await server.agent('ben', false);
    await ben.page.do('desktop.answer', { desktopCommandId, refusal: 'failed' });
    const { expiresAt } = page.payloads('desktop.commanded')[0] ?? { expiresAt: 0 };
    await page.waitFor('offer.made');
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt);
  });

  test('that came later counts; the earlier one of the same agent is not asked', async () => {
    const page = await start();
    const second = await server.page();
    await second.do('agent.resume', { token: (await server.agent('anna', false)).desk.token });
    await second.do('desktop.attach', { userId: '1001' });
    await second.do('agent.set-state', { state: 'ready', domains: ['chat', 'video'] });
    await server.customer();
    await obey(second, 'not-ready');
    await second.waitFor('offer.made');
    expect(page.payloads('desktop.commanded')).toEqual([]);
  });

  test('may connect from the Finesse nodes, which are not named among the sites', async () => {
    finesse = await FinesseBox.start();
    const origins = ['https://shop.example'];
    server = await TestServer.start(
      { origins, entryPoints, finesse: finesse.config() },
      { lookup: finesse.box.lookup },
    );
    const [node = ''] = finesse.box.addresses.finesse;
    for (const origin of [node, ...origins]) (await Page.open(server.url, { headers: { origin } })).close();
    const stranger = Page.open(server.url, { headers: { origin: 'https://evil.example' } });
    await expect(stranger).rejects.toMatchObject({ data: { code: 'not-allowed' } });
  });

  test('of an agent without a phone is never asked, until there is one', async () => {
    finesse = await FinesseBox.start();
    await finesse.ready('1001', '1002');
    const section = finesse.config({ reason: videoCall });
    const only = (name: string) => ({ agents: { [name]: { domains: { chat: 1, video: 1 }, voiceChannel: true } } });
    const config = { routing: only('anna'), entryPoints, finesse: section };
    server = await TestServer.start(config, { lookup: finesse.box.lookup });
    const { page } = await server.agent('ben', false);
    // Neither Ben's own nor Anna's: nobody looks.
    await page.do('desktop.attach', { userId: '1001' });
    await page.do('desktop.attach', { userId: '1002' });
    await server.running.centre.reconfigure(parseConfig({ ...testConfig, rules: [], ...config, routing: only('ben') }));
    await page.do('agent.set-state', { state: 'ready', domains: ['chat', 'video'] });
    await server.customer();
    const { desktopCommandId } = await page.waitFor('desktop.commanded');
    await page.do('desktop.answer', { desktopCommandId, refusal: 'failed' });
    await finesse.until('1002', 'NOT_READY');
    expect(finesse.state('1001')).toBe('READY');
  });

  test('of a server without phones is never asked', async () => {
    server = await TestServer.start({ entryPoints });
    const { page } = await server.agent('anna');
    await page.do('desktop.attach', { userId: '1001' });
    await server.customer();
    await page.waitFor('offer.made');
    expect(page.payloads('desktop.commanded')).toEqual([]);
  });
});
