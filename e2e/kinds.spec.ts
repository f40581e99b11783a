import type { Locator, Page } from '@playwright/test';
import type { Agent } from './harness/agent.ts';
import { asksOf, trackStates } from './harness/browser.ts';
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
