import type { CaptureRequest, DeviceFailureCode } from '@eyeline/machines';
import { defaultQuality, type Source } from '@eyeline/protocol';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { afterRefusal } from './after-refusal.ts';
import { failedWith } from './captured.ts';

afterEach(() => vi.unstubAllGlobals());

interface Browser {
  /** What the browser remembers; null where it does not tell. */
  readonly camera?: PermissionState | null;
  readonly microphone?: PermissionState | null;
  /** What the page around withholds. */
  readonly withheld?: readonly string[];
}

function stubBrowser({ withheld, ...states }: Browser): void {
  const query = async ({ name }: { name: 'camera' | 'microphone' }) => {
    if (!states[name]) throw new TypeError('not a permission that is known here');
    return { state: states[name] };
  };
  vi.stubGlobal('navigator', { permissions: { query } });
  const allowsFeature = (name: string) => !withheld?.includes(name);
  vi.stubGlobal('document', withheld ? { featurePolicy: { allowsFeature } } : {});
}

const request: CaptureRequest = {
  id: 'capture-1',
  sources: ['camera'],
  quietly: false,
  picture: 'camera',
  quality: defaultQuality,
  preferred: { camera: null, microphone: null, speaker: null },
  facing: null,
  effects: { blur: false, noise: false },
};

/** What is asked for alone after the no, and what it comes to. */
async function refuse(error: unknown, sources: readonly Source[], of: CaptureRequest = request) {
  const alone: Source[] = [];
  const { failures } = await afterRefusal(error, of, sources, async (_, asked) => {
    alone.push(...asked);
    return failedWith(asked, 'failed');
  });
  return { alone, failures };
}
const no = (message = 'Permission denied') => new DOMException(message, 'NotAllowedError');

describe('what the browser says becomes a code with a sentence', () => {
  test.each([
    ['NotFoundError', 'no-device'],
    ['OverconstrainedError', 'no-device'],
    ['NotReadableError', 'in-use'],
    ['AbortError', 'in-use'],
    ['SecurityError', 'policy-blocked'],
    ['SomethingElse', 'failed'],
  ])('%s: %s', async (name, code) => {
    stubBrowser({});
    expect(await refuse(new DOMException('', name), ['camera'])).toEqual({ alone: [], failures: { camera: code } });
  });

  test.each<[string, Browser, string, DeviceFailureCode]>([
    ['a no that is remembered', { camera: 'denied' }, 'Permission denied', 'denied'],
    ['a no where the browser tells nothing more', {}, '', 'denied'],
    ['a question that was closed, as Chromium says it', { camera: 'denied' }, 'Permission dismissed', 'dismissed'],
    ['a question that was closed, as the permission tells', { camera: 'prompt' }, '', 'dismissed'],
    ['the system’s own no', { camera: 'granted' }, 'Permission denied by system', 'denied'],
    ['a frame that may not', { camera: 'denied', withheld: ['camera'] }, 'Permission denied', 'policy-blocked'],
    ['a frame that may', { camera: 'denied', withheld: [] }, 'Permission denied', 'denied'],
  ])('NotAllowedError, %s', async (_why, browser, message, code) => {
    stubBrowser(browser);
    expect((await refuse(no(message), ['camera'])).failures).toEqual({ camera: code });
  });

  test.each<[string, string, DeviceFailureCode]>([
    ['NotAllowedError', 'Permission denied', 'dismissed'],
    ['NotAllowedError', 'Permission denied by system', 'denied'],
    ['InvalidStateError', '', 'press-needed'],
    ['NotReadableError', '', 'in-use'],
    ['NotFoundError', '', 'no-device'],
  ])('of the screen, %s “%s”: %s', async (name, message, code) => {
    stubBrowser({});
    expect((await refuse(new DOMException(message, name), ['screen'])).failures).toEqual({ screen: code });
  });

  test('what is no error at all is a failure too', async () => {
    stubBrowser({});
    expect((await refuse('surprise', ['camera'])).failures).toEqual({ camera: 'failed' });
  });
});

describe('of two that were asked for together', () => {
  const both: readonly Source[] = ['camera', 'microphone'];

  test.each<[string, Browser, readonly Source[]]>([
    ['one is blocked: the other is asked for', { camera: 'denied', microphone: 'prompt' }, ['microphone']],
    ['one is blocked, the other given', { camera: 'granted', microphone: 'denied' }, ['camera']],
    ['the page withholds one', { camera: 'prompt', microphone: 'prompt', withheld: ['camera'] }, ['microphone']],
    ['the question was closed: it is not asked again', { camera: 'prompt', microphone: 'prompt' }, []],
    ['both are blocked', { camera: 'denied', microphone: 'denied' }, []],
    ['the browser tells nothing', {}, []],
  ])('%s', async (_why, browser, alone) => {
    stubBrowser(browser);
    const refused = await refuse(no(), both);
    expect(refused.alone).toEqual(alone);
    expect(Object.keys(refused.failures).sort()).toEqual(both);
  });

  test('one is not there or in use: each is asked for by itself', async () => {
    stubBrowser({});
    expect((await refuse(new DOMException('', 'NotFoundError'), both)).alone).toEqual(both);
    expect((await refuse(new DOMException('', 'NotReadableError'), both)).alone).toEqual(both);
  });

  test('the device that was chosen once is gone: any other is asked for', async () => {
    stubBrowser({});
    const picked = { ...request, preferred: { ...request.preferred, camera: 'gone' } };
    expect((await refuse(new DOMException('', 'OverconstrainedError'), both, picked)).alone).toEqual(both);
  });
});
