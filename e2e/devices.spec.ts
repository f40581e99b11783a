import type { DevicesActor, DevicesOrder, DevicesReport } from '@eyeline/machines';
import { type Browser, type BrowserContext, chromium, expect, type Page, test } from '@playwright/test';
import { trackStates, watchPolicy } from './harness/browser.ts';
import { openDevicesSite } from './harness/devices-site.ts';

interface DevicesWindow {
  readonly devices: DevicesActor;
  readonly reports: readonly DevicesReport[];
  readonly ended: readonly string[];
  end(): void;
}
declare const window: Window & DevicesWindow;

let site: Awaited<ReturnType<typeof openDevicesSite>>;
/** Another origin, with the policy that our own pages have. */
let otherSite: typeof site;
let browser: Browser;
test.beforeAll(async () => {
  site = await openDevicesSite();
  otherSite = await openDevicesSite();
  const executablePath = process.env['EYELINE_CHROMIUM'];
  browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--use-fake-device-for-media-stream=device-count=2'],
  });
});
test.afterAll(async () => {
  await browser.close();
  await site.close();
  await otherSite.close();
});

/** A visitor of a page with devices alone, whose browser has two cameras and asks nobody. */
class Visitor {
  readonly #context: BrowserContext;
  readonly page: Page;
  /** Every address that was asked for. */
  readonly requests: string[] = [];
  readonly violations: readonly string[];

  private constructor(context: BrowserContext, page: Page, violations: readonly string[]) {
    this.#context = context;
    this.page = page;
    this.violations = violations;
    context.on('request', request => this.requests.push(request.url()));
  }

  static async arrive(query = ''): Promise<Visitor> {
    const context = await browser.newContext();
    const page = await context.newPage();
    const violations = await watchPolicy(page);
    await page.addInitScript(() => {
      const given: MediaStreamTrack[] = [];
      Object.assign(window, { givenTracks: given });
      const ask = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
      navigator.mediaDevices.getUserMedia = async constraints => {
        const stream = await ask(constraints);
        given.push(...stream.getTracks());
        return stream;
      };
    });
    const visitor = new Visitor(context, page, violations);
    await page.goto((query === '' ? site : otherSite).url + query);
    return visitor;
  }

  async permit(setting: 'granted' | 'denied' | 'prompt', ...names: string[]): Promise<void> {
    const session = await this.#context.newCDPSession(this.page);
    for (const name of names) await session.send('Browser.setPermission', { permission: { name }, setting });
    await session.detach();
  }

  order(order: DevicesOrder): Promise<void> {
    return this.page.evaluate(one => window.devices.send(one), order);
  }

  /** What the call is told last: the sources that there are, and the codes of those that are not. */
  state(): Promise<unknown> {
    return this.page.evaluate(() => {
      const { tracks, failures } = window.reports.at(-1) ?? { tracks: {}, failures: {} };
      const there = Object.entries(tracks).flatMap(([source, track]) => (track ? [source] : []));
      const missing = Object.entries(failures).map(([source, { code }]) => `${source} ${code}`);
      return [...there, ...missing].sort();
    });
  }

  live = async (): Promise<number> => (await trackStates(this.page)).filter(state => state === 'live').length;

  /** Which camera is open, by its name. */
  camera(): Promise<string | undefined> {
    return this.page.evaluate(() => (window.reports.at(-1)?.tracks.camera as MediaStreamTrack | null)?.label);
  }

  leave = (): Promise<void> => this.#context.close();
}

const both: DevicesOrder = { type: 'want', sources: ['camera', 'microphone'], picture: 'camera', pressed: true };

test('permission comes, goes in mid-call and comes back: told each time, healed by itself, nothing left on', async () => {
  const visitor = await Visitor.arrive();
  await visitor.permit('denied', 'camera', 'microphone');
  await visitor.order(both);
  await expect.poll(() => visitor.state()).toEqual(['camera denied', 'microphone denied']);
  await visitor.permit('granted', 'microphone');
  await expect.poll(() => visitor.state()).toEqual(['camera denied', 'microphone']);
  await visitor.permit('granted', 'camera');
  await expect.poll(() => visitor.state()).toEqual(['camera', 'microphone']);
  await visitor.permit('denied', 'camera');
  await expect.poll(() => visitor.state()).toEqual(['camera denied', 'microphone']);
  expect(await visitor.live()).toBe(1);
  await visitor.permit('granted', 'camera');
  await expect.poll(() => visitor.state()).toEqual(['camera', 'microphone']);
  await visitor.order({ ...both, sources: [] });
  expect(await visitor.live()).toBe(0);
  await visitor.leave();
});

test('another camera takes the place of the first, and is the first on the next visit', async () => {
  const visitor = await Visitor.arrive();
  await visitor.permit('granted', 'camera', 'microphone');
  await visitor.order(both);
  await expect
    .poll(() => visitor.page.evaluate(() => window.devices.getSnapshot().context.choices.camera.length))
    .toBe(2);
  const first = await visitor.camera();
  const other = await visitor.page.evaluate(
    name => window.devices.getSnapshot().context.choices.camera.find(({ label }) => label !== name),
    first,
  );
  if (!other) throw new Error('there is one camera');
  await visitor.order({ type: 'choose', kind: 'camera', deviceId: other.deviceId });
  await expect.poll(() => visitor.camera()).toBe(other.label);
  expect(await visitor.live()).toBe(2);
  await visitor.page.reload();
  await visitor.order({ ...both, pressed: false });
  await expect.poll(() => visitor.camera()).toBe(other.label);
  await visitor.leave();
});

test('a page that is left has no light on, and one that is stopped neither', async () => {
  const visitor = await Visitor.arrive();
  await visitor.permit('granted', 'camera', 'microphone');
  await visitor.order(both);
  await expect.poll(() => visitor.live()).toBe(2);
  await visitor.page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })));
  expect(await visitor.live()).toBe(0);
  await visitor.page.evaluate(() => window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  await expect.poll(() => visitor.live()).toBe(2);
  await visitor.page.evaluate(() => window.end());
  expect(await visitor.live()).toBe(0);
  await visitor.leave();
});

test('a test picture in the place of the camera moves and sounds, each for itself', async () => {
  const visitor = await Visitor.arrive();
  await visitor.order({ ...both, picture: 'test' });
  await expect.poll(() => visitor.state()).toEqual(['camera', 'microphone']);
  const states = () =>
    visitor.page.evaluate(() => {
      const first = window.reports.find(({ tracks }) => tracks.camera);
      const given = [first?.tracks.camera, first?.tracks.microphone] as (MediaStreamTrack | undefined)[];
      return given.map(track => track?.readyState);
    });
  await visitor.order({ ...both, picture: 'test', sources: ['microphone'] });
  expect(await states()).toEqual(['ended', 'live']);
  await visitor.order({ ...both, sources: [] });
  expect(await states()).toEqual(['ended', 'ended']);
  await visitor.leave();
});

/** How much of a picture is edges: a blur has next to none. */
const sharpness = (visitor: Visitor): Promise<number> =>
  visitor.page.evaluate(async () => {
    const track = window.reports.at(-1)?.tracks.camera as MediaStreamTrack | null;
    if (!track) return -1;
    const video = Object.assign(document.createElement('video'), { muted: true, srcObject: new MediaStream([track]) });
    await video.play();
    const canvas = new OffscreenCanvas(320, 180);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    context?.drawImage(video, 0, 0, 320, 180);
    const { data } = context?.getImageData(0, 0, 320, 180) ?? { data: [] };
    let edges = 0;
    for (let at = 4; at < data.length; at += 4) edges += Math.abs((data[at + 1] ?? 0) - (data[at - 3] ?? 0));
    return edges / data.length;
  });

for (const where of ['our own page', 'another site’s page'] as const)
  test(`blur and noise suppression on ${where}: from the order on nothing raw, with files of our server alone`, async () => {
    const visitor = await Visitor.arrive(where === 'our own page' ? '' : `?server=${encodeURIComponent(site.url)}`);
    await visitor.permit('granted', 'camera', 'microphone');
    await visitor.order(both);
    await expect.poll(() => visitor.state()).toEqual(['camera', 'microphone']);
    const raw = await sharpness(visitor);
    const before = visitor.requests.length;
    expect(visitor.requests.filter(url => url.includes('/effects/'))).toEqual([]);

    const rawIds = await visitor.page.evaluate(() => {
      const { tracks } = window.reports.at(-1) ?? { tracks: null };
      return [tracks?.camera?.id, tracks?.microphone?.id];
    });
    await visitor.order({ type: 'effect', blur: true, noise: true });
    await expect.poll(() => visitor.state()).toEqual(['camera', 'microphone']);
    const handedOut = await visitor.page.evaluate(from => {
      const since = window.reports.slice(window.reports.findLastIndex(({ tracks }) => tracks.camera?.id === from) + 1);
      return since.flatMap(({ tracks }) => [tracks.camera?.id, tracks.microphone?.id]);
    }, rawIds[0]);
    expect(handedOut.filter(id => rawIds.includes(id))).toEqual([]);
    expect(await visitor.page.evaluate(() => window.devices.getSnapshot().context.endedEffect)).toBeNull();
    expect(await sharpness(visitor)).toBeLessThan(raw / 2);
    const loaded = visitor.requests.slice(before).filter(url => !url.startsWith('blob:'));
    expect(loaded.filter(url => !url.startsWith(site.url) && !url.startsWith(new URL(visitor.page.url()).origin))).toEqual([]);
    expect(visitor.violations).toEqual([]);

    await visitor.order({ ...both, sources: [] });
    expect(await visitor.live()).toBe(0);
    await visitor.leave();
  });
