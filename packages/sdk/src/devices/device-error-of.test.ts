import { afterEach, describe, expect, test, vi } from 'vitest';
import { deviceErrorOf } from './device-error-of.ts';

afterEach(() => vi.unstubAllGlobals());

interface Browser {
  /** What the browser remembers for camera and microphone; null where it does not tell. */
  readonly remembered?: PermissionState | null;
  /** May this frame use the camera? Undefined where the browser does not tell. */
  readonly isAllowed?: boolean;
}

function stubBrowser({ remembered = null, isAllowed }: Browser): void {
  const query = async () => {
    if (remembered === null) throw new TypeError('not a permission that is known here');
    return { state: remembered };
  };
  vi.stubGlobal('navigator', { permissions: { query } });
  vi.stubGlobal('document', isAllowed === undefined ? {} : { featurePolicy: { allowsFeature: () => isAllowed } });
}

const codeOf = async (name: string, message = '') => (await deviceErrorOf(new DOMException(message, name))).code;

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
    expect(await codeOf(name)).toBe(code);
  });

  test.each([
    ['a no that is remembered', { remembered: 'denied' }, 'Permission denied', 'denied'],
    ['a no where the browser tells nothing more', { remembered: null }, '', 'denied'],
    ['a question that was closed, as Chromium says it', { remembered: 'denied' }, 'Permission dismissed', 'dismissed'],
    ['a question that was closed, as the permission tells', { remembered: 'prompt' }, '', 'dismissed'],
    ['a frame that may not', { remembered: 'denied', isAllowed: false }, 'Permission denied', 'policy-blocked'],
    ['a frame that may', { remembered: 'denied', isAllowed: true }, 'Permission denied', 'denied'],
  ] as const)('NotAllowedError, %s', async (_why, browser, message, code) => {
    stubBrowser(browser);
    expect(await codeOf('NotAllowedError', message)).toBe(code);
  });

  test('what is no error at all is a failure too, and stays the cause', async () => {
    stubBrowser({});
    const error = await deviceErrorOf('surprise');
    expect(error).toMatchObject({ code: 'failed', cause: 'surprise' });
  });
});
