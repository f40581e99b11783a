import { afterEach, describe, expect, test } from 'vitest';
import type { ConfigInput } from '../../settings/config.ts';
import { parseConfig } from '../../settings/parse-config.ts';
import { TestServer } from '../../testing/test-server.ts';

const form: NonNullable<ConfigInput['entryPoints'][number]['form']> = [
  { name: 'name', label: 'Your name', type: 'text' },
  { name: 'phone', label: 'Phone', type: 'tel' },
];
const routing = {
  queues: { default: { callback: {} } },
  agents: { anna: { domains: { chat: 2, video: 1 } }, ben: { domains: { chat: 2 } } },
} satisfies ConfigInput['routing'];
const entryPointId = 'support';
const configOf = (more: Partial<ConfigInput['entryPoints'][number]> = {}) => ({
  entryPoints: [{ entryPointId, title: 'Support', form, modes: ['video', 'chat', 'callback'] as const, ...more }],
  routing,
});
const withModes = (more: Partial<ConfigInput['entryPoints'][number]> = {}) => {
  const { entryPoints, ...rest } = configOf(more);
  return { entryPoints: entryPoints.map(one => ({ ...one, modes: [...(one.modes ?? [])] })), ...rest };
};

let server: TestServer;
afterEach(() => server.stop());

async function waiting(domain: 'video' | 'chat') {
  const page = await server.page();
  const { interactionId } = await page.do('interaction.open', { entryPointId, form: { name: 'Ada' }, domain });
  const { escalation, position } = await page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
  return { page, interactionId, escalation, position };
}

describe('how each mode stands', () => {
  test('nobody with video: chat and a callback can be had, and what there is instead is said', async () => {
    server = await TestServer.start(withModes());
    await server.agent('ben');
    const page = await server.page();
    const { availability } = await page.do('entry-point.get', { entryPointId });
    expect(availability).toMatchObject({
      fallback: null,
      modes: [
        { mode: 'video', kind: 'two-way', because: 'no-media', instead: ['chat', 'callback'] },
        { mode: 'chat', because: null },
        { mode: 'callback', because: null },
      ],
    });
  });

  test('a page that looks is told when somebody with video comes, and when the site wants something else', async () => {
    server = await TestServer.start(withModes());
    const page = await server.page();
    await page.do('entry-point.get', { entryPointId });
    await server.agent('anna');
    await page.waitFor('entry-point.changed', ({ availability }) => availability.modes[0]?.because === null);
    await server.running.centre.reconfigure(
      parseConfig({ ...server.fileConfig, ...withModes({ modes: ['chat'], escalation: { customerMayStart: [] } }) }),
    );
    const { availability } = await page.waitFor('entry-point.changed', ({ entryPoint }) => !entryPoint.modes[1]);
    expect(availability.modes).toMatchObject([{ mode: 'chat', because: null }]);
  });
});

describe('who came for video', () => {
  test('is called by themselves, and the agent is in it at once; the offer says so', async () => {
    server = await TestServer.start(withModes({ escalation: { customerMayStart: ['one-way', 'voice'] } }));
    const anna = await server.agent('anna');
    const ada = await waiting('video');
    expect(ada.escalation).toMatchObject({ awaited: 'one-way', kinds: [], obstacle: 'not-served' });
    const offer = await anna.page.waitFor('offer.made');
    expect(offer).toMatchObject({ domain: 'video', call: { kind: 'one-way', atOnce: true } });
    await anna.page.do('offer.accept', { offerId: offer.offerId });
    const { interactionId } = ada;
    const { escalation } = await anna.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(escalation.awaited).toBe('one-way');
    await ada.page.waitFor('escalation.changed', one => one.escalation.kinds.includes('one-way'));
    const callId = 'the-call-asked-for' as never;
    await ada.page.do('call.propose', { interactionId, callId, kind: 'one-way' });
    await anna.page.do('call.accept', { interactionId, callId });
    await ada.page.do('call.end', { interactionId, callId, reason: 'hung-up' });
    const after = await ada.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(after.escalation.awaited).toBeNull();
  });

  test('where agents answer by a press, it is not begun for them; who came for a chat is called by nobody', async () => {
    server = await TestServer.start(withModes({ escalation: { agentJoins: 'by-press' } }));
    const anna = await server.agent('anna');
    const ada = await waiting('video');
    expect(ada.escalation.awaited).toBe('two-way');
    const offer = await anna.page.waitFor('offer.made');
    expect(offer.call).toEqual({ kind: 'two-way', atOnce: false });
    await anna.page.do('offer.accept', { offerId: offer.offerId });
    const { interactionId } = ada;
    const { escalation } = await anna.page.do('interaction.catch-up', { interactionId, afterSeq: 0 });
    expect(escalation.awaited).toBeNull();
    expect((await waiting('chat')).escalation.awaited).toBeNull();
  });

  test('takes a chat while they wait, in their place, and is not called by itself any more', async () => {
    server = await TestServer.start(withModes());
    await server.agent('anna', false);
    const ada = await waiting('video');
    const grace = await waiting('chat');
    await ada.page.do('fallback.take', { interactionId: ada.interactionId, step: 'chat' });
    const after = await ada.page.do('interaction.catch-up', { interactionId: ada.interactionId, afterSeq: 0 });
    expect(after).toMatchObject({ position: 1, escalation: { awaited: null } });
    const other = await grace.page.do('interaction.catch-up', { interactionId: grace.interactionId, afterSeq: 0 });
    expect(other.position).toBe(2);
    expect(await grace.page.refusal('fallback.take', { interactionId: grace.interactionId, step: 'message' })).toBe(
      'not-allowed',
    );
  });
});

describe('a configuration whose modes cannot be', () => {
  const faults = (more: Partial<ConfigInput['entryPoints'][number]>) => () => parseConfig(withModes(more));
  test.each([
    [{ modes: [] }, 'at least one of chat, video, callback, message'],
    [{ modes: ['fax' as never] }, '"fax"'],
    [{ modes: ['chat', 'chat'] }, 'a mode that is not there twice'],
    [{ video: false }, 'entryPoints.0.video: expected true, since modes has "video"'],
    [{ escalation: { customerMayStart: [] } }, 'the kind of call that the mode "video" begins'],
    [{ form: [] }, 'a field of type "tel", since modes has "callback"'],
    [{ modes: ['message'] }, 'a field of type "textarea", since modes has "message"'],
  ] satisfies [Partial<ConfigInput['entryPoints'][number]>, string][])('%o is refused: %s', async (more, sentence) => {
    server ??= await TestServer.start();
    expect(faults(more)).toThrow(sentence);
  });
});
