import type { Browser, Page } from '@playwright/test';
import type { Agent } from './harness/agent.ts';
import { openBrowser } from './harness/browser.ts';
import { ContactCentre } from './harness/contact-centre.ts';
import { browserWithin, type Networks, openNetworks, reaches } from './harness/networks.ts';
import { expectPicture, expectTone } from './harness/picture.ts';
import { expect, meet, test, tones } from './harness/scene.ts';
import { prepareTurn, type Turn } from './harness/turn.ts';

/** How long somebody is without any network, ms. A call waits for them for a minute. */
const outageMs = 40_000;

const form = [{ name: 'name', label: 'Name', type: 'text', required: true }];

let networks: Networks;
let centre: ContactCentre;
let browsers: readonly Browser[] = [];
let turn: Turn;

test.beforeAll(async () => {
  networks = await openNetworks();
  const { address } = networks;
  // A machine of one's own may have 443.
  turn = await prepareTurn(address, networks.isSeparate ? 443 : undefined);
  centre = await ContactCentre.start({
    // Without networks of their own they would find each other: then the policy keeps them apart.
    config: {
      iceServers: [turn.configured],
      icePolicy: networks.isSeparate ? 'all' : 'relay',
      entryPoints: [
        { entryPointId: 'support', title: 'Support', form },
        { entryPointId: 'sfu-relayed', title: 'Support', form, media: 'sfu', icePolicy: 'relay' },
      ],
    },
    agents: ['Anna'],
  });
  const url = centre.urlAt(address);
  const switches = [`--unsafely-treat-insecure-origin-as-secure=${url}`, turn.trust];
  const [ofCustomer = null, ofAgent = null] = networks.within;
  browsers = [
    await openBrowser({ colour: 'red', toneHz: tones.customer, program: await browserWithin(ofCustomer), switches }),
    await openBrowser({ colour: 'blue', toneHz: tones.agent, program: await browserWithin(ofAgent), switches }),
  ];
});

test.afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await centre?.stop();
  await networks?.close();
});

async function meetThere(entryPoint: string) {
  const [customerBrowser, agentBrowser] = browsers;
  if (!customerBrowser || !agentBrowser) throw new Error('no browsers');
  return meet({ centre: { url: centre.urlAt(networks.address) }, customerBrowser, agentBrowser, entryPoint });
}

async function leave(agent: Agent): Promise<void> {
  await agent.press('End chat');
  await agent.wrapUp('Solved');
  await agent.press('Go not ready');
  await agent.press('Break');
  // A page that is closed at once may take what it was about to say with it.
  await expect(agent.page.getByRole('button', { name: 'Go ready', exact: true })).toBeVisible();
  await agent.page.close();
}

/** Their picture moves: so many frames are decoded, however long this machine takes for them. Whose it is, call.spec.ts looks at. */
async function expectFrames(page: Page): Promise<void> {
  const decoded = () =>
    page.evaluate(async () => {
      let frames = 0;
      for (const connection of Reflect.get(window, 'connections') as RTCPeerConnection[])
        for (const one of (await connection.getStats()).values())
          if (one.type === 'inbound-rtp' && one.kind === 'video') frames += one.framesDecoded;
      return frames;
    });
  const before = await decoded();
  await expect.poll(decoded).toBeGreaterThan(before + 10);
}

/** How the pair that carries this page's media goes: the candidates' types, and by what this side reaches its relay. */
const pathOf = (page: Page) =>
  page.evaluate(async () => {
    const all = Reflect.get(window, 'connections') as RTCPeerConnection[];
    const stats = await all.at(-1)?.getStats();
    const entries = [...(stats?.values() ?? [])];
    const pairId = entries.find(one => one.type === 'transport')?.selectedCandidatePairId;
    const pair = entries.find(one => one.id === pairId);
    const local = entries.find(one => one.id === pair?.localCandidateId);
    const remote = entries.find(one => one.id === pair?.remoteCandidateId);
    return [local?.candidateType, local?.relayProtocol, remote?.candidateType];
  });

const connectionsOf = (page: Page) =>
  page.evaluate(() => (Reflect.get(window, 'connections') as RTCPeerConnection[]).length);

test('two people in networks without a way to each other see each other by TURN: by udp, by tcp, by tls on 443', async () => {
  if (!networks.isSeparate)
    test.info().annotations.push({
      type: 'note',
      description: 'no network namespaces here: the ICE policy "relay" stands for them',
    });
  for (const [index, within] of networks.within.entries())
    if (within) expect(reaches(within, networks.addresses[1 - index] ?? ''), 'a way to the other network').toBe(false);

  const { agent, customer } = await meetThere('support');
  for (const transport of ['udp', 'tcp', 'tls'] as const)
    await test.step(`by ${transport} alone`, async () => {
      const coturn = await turn.start([transport]);
      await customer.press('Start video');
      await agent.press('Accept');
      await expectFrames(customer.page);
      await expectFrames(agent.page);
      expect(await pathOf(customer.page)).toEqual(['relay', transport, 'relay']);
      expect(await pathOf(agent.page)).toEqual(['relay', transport, 'relay']);
      await agent.press('Hang up');
      await expect(customer.theirPicture).toHaveCount(0);
      await coturn.stop();
    });
  await leave(agent);
});

test('a network that lets nothing out to the media server gets there by TURN', async () => {
  const coturn = await turn.start(['tls']);
  const { agent, customer } = await meetThere('sfu-relayed');
  await agent.press('Start video');
  await customer.press('Accept');
  await expectFrames(customer.page);
  await expectFrames(agent.page);
  expect((await pathOf(customer.page)).slice(0, 2)).toEqual(['relay', 'tls']);
  await leave(agent);
  await coturn.stop();
});

test('the customer goes to another network in mid-call: the call comes back by itself, and so does the chat', async () => {
  const coturn = await turn.start(['udp']);
  const { agent, customer } = await meetThere('support');
  await customer.press('Start video');
  await agent.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  const before = await connectionsOf(agent.page);

  await networks.change(0);
  await customer.send('In the garden now');
  await agent.expectTexts(['In the garden now']);
  await expect.poll(() => connectionsOf(agent.page)).toBeGreaterThan(before);
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  await expectTone(agent.theirPicture, tones.customer);
  await expectTone(customer.theirPicture, tones.agent);

  await test.step('40 s wholly without a network', async () => {
    await networks.cut(0, true);
    if (networks.isSeparate) {
      await expect(customer.page.getByText('Your internet connection is away.')).toBeVisible();
      await expect(agent.page.getByText('The connection of Ada Lovelace is away.')).toBeVisible();
    }
    await customer.send('Nobody hears me');
    await new Promise(done => setTimeout(done, networks.isSeparate ? outageMs : 0));
    await networks.cut(0, false);
    await agent.expectTexts(['In the garden now', 'Nobody hears me']);
    await expectPicture(agent.theirPicture, 'red');
    await expectPicture(customer.theirPicture, 'blue');
    await expectTone(agent.theirPicture, tones.customer);
    await expectTone(customer.theirPicture, tones.agent);
  });
  await coturn.stop();
});
