import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Frame, Host } from '../loader/frame.ts';
import { run } from './page-commands.ts';
import { runCommand } from './run-command.ts';

const widget = { run: vi.fn(async (...call: unknown[]) => call) };
const button = { toggleAttribute: vi.fn(), remove: vi.fn(), shadowRoot: null };

/** A page whose button has not been pressed: `load` puts the widget in its place. */
function frameOf(): Frame {
  const frame: Frame = {
    ...{ tag: {}, problem: {} as HTMLElement, host: { ...button } as unknown as Host },
    load: vi.fn(async () => {
      frame.host = widget as unknown as Host;
    }),
  };
  return frame;
}
const failing = (code: string) => expect.objectContaining({ code, message: expect.stringMatching(/\w{3}/) });

beforeEach(() => {
  vi.clearAllMocks();
  vi.stubGlobal('document', new EventTarget());
});

describe('before the chat is loaded', () => {
  test.each([
    ['hide', true],
    ['show', false],
  ] as const)('%s is done by the button alone', async (command, isHidden) => {
    const frame = frameOf();
    await run(frame, [command]);
    expect(button.toggleAttribute).toHaveBeenCalledWith('hidden', isHidden);
    expect(frame.isHidden).toBe(isHidden);
    expect(frame.load).not.toHaveBeenCalled();
  });

  test('prefill waits for the chat; reset forgets it', async () => {
    const frame = frameOf();
    await run(frame, ['prefill', { name: 'Ada' }]);
    await run(frame, ['prefill', { email: 'ada@example.com' }]);
    expect(frame.later).toEqual([
      ['prefill', { name: 'Ada' }],
      ['prefill', { email: 'ada@example.com' }],
    ]);
    await run(frame, ['reset']);
    expect(frame.later).toEqual([]);
    expect(frame.load).not.toHaveBeenCalled();
  });

  test.each(['send', 'end'])('%s has no conversation to go to', async command => {
    const frame = frameOf();
    await expect(run(frame, [command, 'x'])).rejects.toEqual(failing('no-conversation'));
    expect(frame.load).not.toHaveBeenCalled();
  });

  test('what opens or begins something loads the chat, and is told to it; it comes opened', async () => {
    expect(await run(frameOf(), ['startChat', { name: 'Ada' }])).toEqual(['startChat', { name: 'Ada' }]);
    expect(await run(frameOf(), ['toggle'])).toEqual(['open']);
    const frame = frameOf();
    frame.load = async () => {};
    await expect(run(frame, ['open'])).rejects.toEqual(failing('not-loaded'));
  });

  test.each([
    [['jump'], 'unknown-command'],
    [['toString'], 'unknown-command'],
    [[undefined], 'unknown-command'],
    [['prefill', 'Ada'], 'invalid-arguments'],
    [['prefill', { name: 1 }], 'invalid-arguments'],
    [['setLocale', 1], 'invalid-arguments'],
    [['on', 'message'], 'invalid-arguments'],
    [['on', 'toString', () => {}], 'unknown-event'],
  ])('%j is refused: %s', async (call, code) => {
    await expect(run(frameOf(), call)).rejects.toEqual(failing(code));
  });

  const bad = () => {
    throw new Error('hostile');
  };
  const hostile: readonly unknown[] = [
    new Proxy({}, { ownKeys: bad, get: bad, has: bad }),
    {
      get name(): string {
        return bad();
      },
    },
    { toString: bad, [Symbol.toPrimitive]: bad },
    Symbol('x'),
    ['x'],
    () => {},
    7,
  ];
  test.each(hostile.map((given, index) => [index, given]))(
    'whatever a page gives has a code and a sentence: %s',
    async (_, given) => {
      await expect(run(frameOf(), [given])).rejects.toEqual(failing('unknown-command'));
      await expect(run(frameOf(), ['on', given, () => {}])).rejects.toEqual(failing('unknown-event'));
      for (const command of ['identify', 'setAttributes', 'prefill', 'setLocale'] as const) {
        const early = await run(frameOf(), [command, given]).then(
          () => null,
          (error: unknown) => error,
        );
        expect(early).toEqual(failing('invalid-arguments'));
        const session = { actor: {}, identify: async () => {}, setAttributes: async () => {} };
        const late = Reflect.apply(runCommand, null, [{ session }, command, given]);
        await expect(late).rejects.toEqual(early);
      }
      await expect(Reflect.apply(runCommand, null, [{}, given])).rejects.toEqual(failing('unknown-command'));
    },
  );
});

test('after destroy everything is refused but destroy itself and the listeners', async () => {
  const frame = frameOf();
  await run(frame, ['destroy']);
  await run(frame, ['destroy']);
  await expect(run(frame, ['open'])).rejects.toEqual(failing('destroyed'));
  await run(frame, ['on', 'ready', () => {}]);
});

test('a listener hears each event once, however often it was added, and none after off', async () => {
  const frame = frameOf();
  const heard = vi.fn();
  await run(frame, ['on', 'message', heard]);
  await run(frame, ['on', 'message', heard]);
  await run(frame, ['on', 'ready', heard]);
  document.dispatchEvent(new CustomEvent('eyeline-message', { detail: 'Hello' }));
  expect(heard.mock.calls).toEqual([['Hello']]);
  await run(frame, ['off', 'message', heard]);
  document.dispatchEvent(new CustomEvent('eyeline-message', { detail: 'again' }));
  document.dispatchEvent(new CustomEvent('eyeline-ready'));
  expect(heard.mock.calls).toEqual([['Hello'], [null]]);
});
