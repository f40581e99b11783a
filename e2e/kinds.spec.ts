import type { Locator, Page } from '@playwright/test';
import { Agent } from './harness/agent.ts';
import { asksOf, trackStates } from './harness/browser.ts';
import { password } from './harness/contact-centre.ts';
import { Customer } from './harness/customer.ts';
import { hearPlayed, ownCameras, setLens } from './harness/own-cameras.ts';
import type { Person } from './harness/person.ts';
import { expectNoFrames, expectPicture, expectTone } from './harness/picture.ts';
import { expect, meet, test, tones } from './harness/scene.ts';

const config = {
  entryPoints: [
    {
      entryPointId: 'support',
      title: 'Support',
      form: [{ name: 'name', label: 'Name', type: 'text', required: true }],
      escalation: { agentMayStart: ['two-way', 'one-way', 'voice', 'companion'] },
    },
  ],
};
test.use({ centreOptions: { config, agents: ['Anna'] } });

async function start(agent: Agent, kind: RegExp): Promise<void> {
  await agent.press('Other kinds of call');
  await agent.page.getByRole('button', { name: kind }).click();
}

async function hangUp(agent: Agent, customer: Person): Promise<void> {
  await agent.press('Hang up');
  await expect(customer.theirPicture).toHaveCount(0);
  for (const { page } of [agent, customer])
    await expect.poll(async () => (await trackStates(page)).every(state => state === 'ended')).toBe(true);
}

const tracksOf = (video: Locator, kind: 'video' | 'audio') =>
  video.evaluate((element, of) => {
    const stream: unknown = Reflect.get(element, 'srcObject');
    return stream instanceof MediaStream ? stream.getTracks().filter(track => track.kind === of).length : 0;
  }, kind);

/** What a page does that keeps to no rule: a picture on every line of every connection. */
const sendAnyway = (page: Page) =>
  page.evaluate(async () => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const brush = canvas.getContext('2d');
    let left = 0;
    setInterval(() => {
      if (!brush) return;
      left = (left + 9) % 320;
      brush.fillStyle = 'lime';
      brush.fillRect(0, 0, 320, 240);
      brush.clearRect(left, 0, 20, 240);
    }, 30);
    const [track = null] = canvas.captureStream(30).getVideoTracks();
    const connection = (Reflect.get(window, 'connections') as RTCPeerConnection[]).at(-1);
    for (const { sender, receiver } of connection?.getTransceivers() ?? [])
      if (receiver.track.kind === 'video') await sender.replaceTrack(track);
  });

/** Packets of pictures that have come to this page by its newest connection. */
const picturePackets = (page: Page) =>
  page.evaluate(async () => {
    const stats = await (Reflect.get(window, 'connections') as RTCPeerConnection[]).at(-1)?.getStats();
    const pictures = [...(stats?.values() ?? [])].filter(one => one.type === 'inbound-rtp' && one.kind === 'video');
    return pictures.reduce((sum, one) => sum + one.packetsReceived, 0);
  });

/** What a page is told that says in its call what nobody knows. */
const refusalOf = (page: Page, said: Readonly<Record<string, unknown> & { type: string }>) =>
  page.evaluate(
    wrong =>
      new Promise<string>(resolve => {
        const { actor } = Reflect.get(document.querySelector('eyeline-widget') ?? {}, 'session');
        const { interaction } = actor.getSnapshot().children.conversation.getSnapshot().context;
        const { interactionId, call } = interaction;
        actor.system.inspect(({ type, event }: { type: string; event?: { type: string; error: { code: string } } }) => {
          if (type === '@xstate.event' && event?.type === `failed.${wrong.type}`) resolve(event.error.code);
        });
        actor.system.get('connection').send({ commandId: 'wrong', interactionId, callId: call.callId, ...wrong });
      }),
    said,
  );

async function expectNothingOf(from: Page, to: Person): Promise<void> {
  const before = await picturePackets(to.page);
  await sendAnyway(from);
  await expect
    .poll(() => picturePackets(to.page), { message: 'packets of the forbidden picture' })
    .toBeGreaterThan(before + 30);
  expect(await tracksOf(to.theirPicture, 'video')).toBe(0);
  await expectNoFrames(to.theirPicture);
}

test('one-way, voice, beside the telephone: nobody is asked for what the kind has not, and what a page sends all the same is not shown', async ({
  centre,
  customerBrowser,
  agentBrowser,
}) => {
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });

  await start(agent, /^Start one-way video/);
  await customer.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  await expectTone(agent.theirPicture, tones.customer);
  await expectTone(customer.theirPicture, tones.agent);
  await expect(customer.page.locator('eyeline-call-tile.remote')).toContainText('Shows no picture in this call');
  expect(await asksOf(agent.page)).toEqual({ camera: 0, microphone: 1 });
  await expectNothingOf(agent.page, customer);
  await expectPicture(agent.theirPicture, 'red');
  await hangUp(agent, customer);

  const before = await asksOf(customer.page);
  await start(agent, /^Start voice call/);
  await customer.press('Accept');
  await expectTone(agent.theirPicture, tones.customer);
  await expectTone(customer.theirPicture, tones.agent);
  expect(await asksOf(agent.page)).toEqual({ camera: 0, microphone: 2 });
  expect(await asksOf(customer.page)).toEqual({ ...before, microphone: before.microphone + 1 });
  await expectNothingOf(customer.page, agent);
  const codecs = [{ mimeType: 'video/hologram', payloadType: 96, clockRate: 90_000 }];
  for (const wrong of [
    { type: 'call.change-kind', kind: 'hologram' },
    { type: 'media.produce', kind: 'video', source: 'hologram', rtpParameters: { codecs } },
  ])
    expect(await refusalOf(customer.page, { epoch: 1, transportId: 'wrong', ...wrong })).toBe('invalid-payload');
  await expectTone(agent.theirPicture, tones.customer);
  await expectTone(customer.theirPicture, tones.agent);
  await hangUp(agent, customer);

  await start(agent, /^Start video beside the telephone call/);
  await customer.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  for (const { theirPicture } of [agent, customer]) expect(await tracksOf(theirPicture, 'audio')).toBe(0);
  expect((await asksOf(agent.page)).microphone).toBe(2);
  expect((await asksOf(customer.page)).microphone).toBe(before.microphone + 1);
  await hangUp(agent, customer);
});

test.describe('where agents begin without their camera', () => {
  const withPolicy = (escalation: object, more: object = {}) => ({
    entryPoints: [{ ...config.entryPoints[0], escalation: { agentCamera: 'off', ...escalation }, ...more }],
  });
  test.use({ centreOptions: { config: withPolicy({}), agents: ['Anna', 'Sue'] } });

  /** What a machine is told that is too slow for its own picture, by the browser's statistics. */
  const beSlow = (page: Page) =>
    page.evaluate(() => {
      const slow = performance.now();
      for (const connection of Reflect.get(window, 'connections') as RTCPeerConnection[]) {
        const ask = connection.getStats.bind(connection);
        connection.getStats = async () => {
          const cpu = (performance.now() - slow) / 1000;
          const entries = [...(await ask())].map(([id, one]) => [id, { ...one, qualityLimitationDurations: { cpu } }]);
          return new Map(entries as [string, object][]) as unknown as RTCStatsReport;
        };
      }
    });

  test('answered without a camera, with the cameras and the speaker that people choose; a covered lens, a stuck picture and a slow machine are said; how it was is kept; the site changes its mind', async ({
    centre,
    customerBrowser,
    agentBrowser,
  }) => {
    centre.command('packages/server/src/process/accounts.ts', 'role', 'sue', 'supervisor');
    const agent = await Agent.signIn(agentBrowser, centre.url);
    await agent.goReady();
    const customer = await Customer.visit(customerBrowser, centre.url, '/shop.html', { looksFirst: true });
    for (const script of [ownCameras, hearPlayed]) await customer.page.addInitScript(script);
    await customer.page.reload();
    await customer.ask('Ada Lovelace');
    await agent.acceptOffer();
    const theirTile = agent.page.locator('eyeline-call-tile.remote');
    const agentsTile = customer.page.locator('eyeline-call-tile.remote');
    const pick = (who: Person, name: string, option: string | { index: number }) =>
      who.page.getByRole('combobox', { name }).selectOption(option);

    await test.step('the speaker is chosen, and a sound is heard from it', async () => {
      await customer.press('Start video');
      await expectPicture(customer.ownPicture, 'red');
      await customer.page.getByText('Camera and sound').click();
      await pick(customer, 'Speaker', { index: 1 });
      await customer.press('Play a sound');
      const heard = () =>
        customer.page.evaluate(() => Reflect.get(window, 'heard') as { hertz: number; sink: string }[]);
      await expect.poll(async () => (await heard()).some(({ hertz }) => Math.abs(hertz - 523) < 15)).toBe(true);
      const chosen = await customer.page.getByRole('combobox', { name: 'Speaker' }).inputValue();
      expect(new Set((await heard()).map(({ sink }) => sink))).toEqual(new Set([chosen]));
      await customer.press('Start call');
    });

    await test.step('while it rings, the desk says how long nobody new comes; the agent does without a camera', async () => {
      await expect(agent.page.getByRole('button', { name: 'Accept', exact: true })).toBeVisible();
      await expect(agent.page.getByText('Video busy')).toBeVisible();
      await expect(agent.page.getByText('Nobody new until the call is answered')).toBeVisible();
      await agent.press('Accept without my camera');
      await expectPicture(agent.theirPicture, 'red');
      await expectTone(agent.theirPicture, tones.customer);
      await expectTone(customer.theirPicture, tones.agent);
      await expect(agentsTile).toContainText('Shows no picture in this call');
      expect(await asksOf(agent.page)).toEqual({ camera: 0, microphone: 1 });
    });

    await test.step('who speaks; the camera is turned around and chosen; so is the speaker', async () => {
      await expect(theirTile).toHaveAttribute('speaking');
      await customer.press('Microphone');
      await expect(theirTile).not.toHaveAttribute('speaking');
      await customer.press('Microphone');
      await expect(theirTile).toHaveAttribute('speaking');

      await customer.press('Turn the camera around');
      await expectPicture(agent.theirPicture, 'green');
      await customer.press('Turn the camera around');
      await expectPicture(agent.theirPicture, 'red');
      await customer.press('Call settings');
      await pick(customer, 'Camera', 'Back camera');
      await expectPicture(agent.theirPicture, 'green');
      await pick(customer, 'Camera', 'Front camera');
      await expectPicture(agent.theirPicture, 'red');

      const sinkOf = () => customer.theirPicture.evaluate(video => (video as HTMLVideoElement).sinkId);
      const speaker = customer.page.getByRole('combobox', { name: 'Speaker' });
      await expect.poll(sinkOf).toBe(await speaker.inputValue());
      await speaker.selectOption({ index: 0 });
      await expect.poll(async () => (await sinkOf()) === (await speaker.inputValue())).toBe(true);
      await expectTone(customer.theirPicture, tones.agent);
      await customer.press('Call settings');
    });

    await test.step('what is wrong is said on both sides', async () => {
      const [ofOwn, ofTheirs] = ['Your picture is black.', 'Their picture is black.'];
      await setLens(customer.page, { isCovered: true });
      await expect(agent.page.getByText(ofTheirs)).toBeVisible();
      await expect(customer.page.getByText(ofOwn)).toBeVisible();
      await setLens(customer.page, { isCovered: false });
      await expectPicture(agent.theirPicture, 'red');
      for (const [{ page }, words] of [
        [agent, ofTheirs],
        [customer, ofOwn],
      ] as const)
        await expect(page.getByText(words)).toHaveCount(0);

      await setLens(customer.page, { isStuck: true });
      await expect(agent.page.getByText('Their picture stands still.')).toBeVisible();
      await expect(theirTile.locator('.face')).not.toHaveClass(/gone/);
      await expectTone(agent.theirPicture, tones.customer);
      await setLens(customer.page, { isStuck: false });
      await expectPicture(agent.theirPicture, 'red');
      await expect(agent.page.getByText('Their picture stands still.')).toHaveCount(0);

      await beSlow(customer.page);
      await expect(customer.page.getByText('This device is busy. Closing other programs')).toBeVisible();
      await expectPicture(agent.theirPicture, 'red');
      await agent.press('Hang up');
      await expect(customer.theirPicture).toHaveCount(0);
    });

    await test.step('how it was is kept, and a supervisor reads it', async () => {
      const api = (path: string, asked: RequestInit) => fetch(`${centre.url}/api/v1${path}`, asked);
      const headers = { 'content-type': 'application/json' };
      const body = JSON.stringify({ username: 'sue', password });
      const { token } = await (await api('/sign-in', { method: 'POST', headers, body })).json();
      const interactionId = await customer.page.evaluate(() => {
        const { actor } = Reflect.get(document.querySelector('eyeline-widget') ?? {}, 'session');
        return actor.getSnapshot().children.conversation.getSnapshot().context.interactionId as string;
      });
      const calls = async () => {
        const answer = await api(`/interactions/${interactionId}/calls`, {
          headers: { authorization: `Bearer ${token}` },
        });
        return (await answer.json()).calls as Record<string, unknown>[];
      };
      await expect.poll(async () => (await calls()).length).toBe(2);
      for (const kept of await calls()) {
        expect(kept).toMatchObject({ kind: 'one-way', media: 'p2p', ending: 'hung-up', epochs: [{ epoch: 1 }] });
        expect(kept['measures']).toMatchObject({ firstFrameMs: expect.any(Number), roundTripMs: expect.any(Number) });
      }
      const heights = (await calls()).map(kept => (kept['measures'] as { height: number | null }).height);
      expect(heights).toEqual(expect.arrayContaining([240, null]));
    });

    await test.step('a two-way call begins without the agent’s picture, which comes by a press', async () => {
      await agent.press('Start video');
      await customer.press('Accept');
      await customer.press('Join call');
      await expectPicture(agent.theirPicture, 'red');
      await expect(agentsTile).toContainText('Camera off');
      await expectTone(customer.theirPicture, tones.agent);
      expect((await asksOf(agent.page)).camera).toBe(0);
      await agent.press('Camera');
      await expectPicture(customer.theirPicture, 'blue');
      await hangUp(agent, customer);
    });

    await test.step('the site changes its mind in mid-chat: the buttons follow, and say why there is none', async () => {
      const start = (who: Person, name: string) => who.page.getByRole('button', { name, exact: true });
      await centre.configure(withPolicy({ customerMayStart: [], agentMayStart: ['voice'] }));
      await expect(start(customer, 'Start video')).toHaveAttribute('aria-disabled', 'true');
      await start(customer, 'Start video').press('Enter');
      await expect(customer.page.getByText('No calls are offered here.')).toBeVisible();
      await expect(start(agent, 'Start voice call')).toBeEnabled();
      await expect(start(agent, 'Other kinds of call')).toHaveCount(0);

      await agent.press('Start voice call');
      await expect(start(customer, 'Not now, later')).toBeVisible();
      await centre.configure(withPolicy({ customerMayStart: [], agentMayStart: ['voice'], answers: ['accept'] }));
      await expect(start(customer, 'Not now, later')).toHaveCount(0);
      await customer.press('Accept');
      await customer.press('Join call');
      await expectTone(agent.theirPicture, tones.customer);
      await hangUp(agent, customer);

      await centre.configure(withPolicy({}, { video: false }));
      await expect(start(agent, 'Start voice call')).toHaveAttribute('aria-disabled', 'true');
      await centre.configure(withPolicy({}));
      await expect(start(agent, 'Start video')).not.toHaveAttribute('aria-disabled', 'true');
      await expect(start(customer, 'Start video')).not.toHaveAttribute('aria-disabled', 'true');
    });
  });
});
