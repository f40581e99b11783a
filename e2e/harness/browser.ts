import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from '@playwright/test';
import { type Colour, fakeCamera, type Surroundings } from './fake-camera.ts';

export interface BrowserOptions {
  /** The colour of the picture and the tone in Hz that this person's fake devices give. */
  readonly colour: Colour;
  readonly toneHz: number;
  readonly surroundings?: Surroundings;
  /** `denied`: until the test grants it, as where somebody answered the browser's question with no. */
  readonly permission?: 'granted' | 'denied';
  /** What starts it, where that is not the usual Chromium. */
  readonly program?: string | undefined;
  /** More of Chromium's own switches. */
  readonly switches?: readonly string[];
}

const quiet = [
  '--no-sandbox',
  '--autoplay-policy=no-user-gesture-required',
  '--allow-loopback-in-peer-connection',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
];

/** Browsers whose person has said yes for good: a page that is reloaded is not asked again. */
const granted = new WeakSet<Browser>();

/**
 * One person's browser: each has a process of its own, because the fake devices belong to the process. It is Chromium without its
 * windows where there is one, for half the processor's time; where a person answers a question of the browser's, it is the whole.
 */
export async function openBrowser(options: BrowserOptions): Promise<Browser> {
  const { colour, toneHz, surroundings, permission = 'granted', switches = [] } = options;
  const folder = join(await mkdtemp(join(tmpdir(), 'eyeline-camera-')), colour);
  const files = await fakeCamera(folder, colour, toneHz, surroundings);
  const shell = permission === 'granted' ? process.env['EYELINE_HEADLESS_SHELL'] : undefined;
  const executablePath = options.program ?? (shell || process.env['EYELINE_CHROMIUM']);
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: [
      ...quiet,
      '--use-fake-device-for-media-stream',
      ...(permission === 'granted' ? ['--use-fake-ui-for-media-stream'] : []),
      ...files,
      ...switches,
    ],
  });
  if (permission === 'granted') granted.add(browser);
  return browser;
}

export interface PageOptions extends BrowserContextOptions {
  /** Camera and sound are looked at before each call, as by everybody who has not said that they do not want to. */
  readonly looksFirst?: boolean;
}

/** A page that remembers every track it was ever given and every connection it made, and on which an error of the page fails the test. */
export async function openPage(browser: Browser, { looksFirst, ...options }: PageOptions = {}): Promise<Page> {
  const permissions = granted.has(browser) ? ['camera', 'microphone'] : [];
  const context = await browser.newContext({ permissions, ...options });
  const page = await context.newPage();
  if (!looksFirst) await page.addInitScript(skipLook);
  page.on('pageerror', error => {
    throw error;
  });
  await page.addInitScript(() => {
    const given: MediaStreamTrack[] = [];
    const connections: RTCPeerConnection[] = [];
    const asked: MediaStreamConstraints[] = [];
    Object.assign(window, { givenTracks: given, connections, askedFor: asked });
    window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
      construct(target, args) {
        const connection: RTCPeerConnection = Reflect.construct(target, args);
        connections.push(connection);
        return connection;
      },
    });
    const devices = navigator.mediaDevices;
    if (!devices) return;
    const ask = devices.getUserMedia.bind(devices);
    devices.getUserMedia = async (constraints = {}) => {
      asked.push(constraints);
      const stream = await ask(constraints);
      given.push(...stream.getTracks());
      return stream;
    };
  });
  return page;
}

function skipLook(): void {
  try {
    localStorage.setItem('eyeline-pre-join', 'skip');
  } catch {
    // A page without an origin keeps nothing.
  }
}

/** `readyState` of every track that the page ever got from a camera or microphone. */
export const trackStates = (page: Page): Promise<string[]> =>
  page.evaluate(() => (Reflect.get(window, 'givenTracks') as MediaStreamTrack[]).map(track => track.readyState));

/** How often the page has asked the browser for a camera and for a microphone. */
export const asksOf = (page: Page): Promise<{ camera: number; microphone: number }> =>
  page.evaluate(() => {
    const asked = Reflect.get(window, 'askedFor') as MediaStreamConstraints[];
    return { camera: asked.filter(one => one.video).length, microphone: asked.filter(one => one.audio).length };
  });

/** Whatever the page does that its own Content-Security-Policy forbids, as it happens. */
export async function watchPolicy(page: Page): Promise<readonly string[]> {
  const violations: string[] = [];
  await page.exposeFunction('notifyViolation', (violation: string) => violations.push(violation));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI, sample, sourceFile }) => {
      const notify = Reflect.get(window, 'notifyViolation') as (violation: string) => void;
      notify(`${violatedDirective} ${blockedURI} ${sample} ${sourceFile}`);
    });
  });
  return violations;
}
