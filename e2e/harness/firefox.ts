import { expect } from '@playwright/test';
import puppeteer, { type Browser, type ElementHandle, type Page } from 'puppeteer-core';
import type { Shown } from './picture.ts';

/** What the microphone of Firefox's fake devices hears, in Hz; its camera shows one colour after the other. */
export const firefoxToneHz = 660;

export const openFirefox = (): Promise<Browser> =>
  puppeteer.launch({
    browser: 'firefox',
    executablePath: process.env['EYELINE_FIREFOX'] ?? '/usr/bin/firefox-esr',
    headless: true,
    // Only what never comes runs into it.
    timeout: 240_000,
    protocolTimeout: 600_000,
    extraPrefsFirefox: {
      'media.navigator.streams.fake': true,
      'media.navigator.permission.disabled': true,
      'media.navigator.audio.fake_frequency': firefoxToneHz,
      'media.autoplay.default': 0,
      'media.autoplay.blocking_policy': 0,
      'media.peerconnection.ice.loopback': true,
      'media.peerconnection.ice.obfuscate_host_addresses': false,
    },
  });

/** Somebody in a page of Firefox, doing what a person does. Elements are found as Playwright finds them, through open shadow roots. */
export class FirefoxPerson {
  readonly page: Page;

  private constructor(page: Page) {
    this.page = page;
  }

  static async visit(browser: Browser, url: string): Promise<FirefoxPerson> {
    const page = await (await browser.createBrowserContext()).newPage();
    await page.setViewport({ width: 1280, height: 800 });
    await page.evaluateOnNewDocument(() => {
      localStorage.setItem('eyeline-pre-join', 'skip');
      const connections: RTCPeerConnection[] = [];
      Object.assign(window, { connections });
      window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
        construct(target, args) {
          const connection: RTCPeerConnection = Reflect.construct(target, args);
          connections.push(connection);
          return connection;
        },
      });
    });
    await page.goto(url);
    return new FirefoxPerson(page);
  }

  /** Of what is shown, the first that is named so: a button by what is on it, a field or a picture by its label. */
  async #find(selector: string, name: string): Promise<ElementHandle> {
    let found: ElementHandle | null = null;
    await expect(async () => {
      const handle = await this.page.evaluateHandle(
        (of, named) => {
          const all = (root: ParentNode): Element[] =>
            [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
          const nameOf = (one: Element) => {
            const labels = one instanceof HTMLInputElement || one instanceof HTMLTextAreaElement ? one.labels : null;
            const title = one instanceof HTMLElement ? one.title : '';
            const name = one.ariaLabel || labels?.[0]?.textContent || one.textContent || title;
            return name.replace(/\s+/g, ' ').trim();
          };
          return all(document).find(one => one.matches(of) && nameOf(one).startsWith(named) && one.checkVisibility());
        },
        selector,
        name,
      );
      found = handle.asElement() as ElementHandle | null;
      expect(found, `“${name}” in Firefox`).not.toBeNull();
    }).toPass();
    if (!found) throw new Error(`no ${name}`);
    return found;
  }

  async press(name: string): Promise<void> {
    await expect(async () => {
      await (await this.#find('button', name)).click();
    }).toPass();
  }

  async fill(label: string, text: string): Promise<void> {
    await (await this.#find('input, textarea', label)).type(text);
  }

  async sees(name: string, selector = 'p, span, h2, button'): Promise<void> {
    await this.#find(selector, name);
  }

  /** A file given to an input that stands there, as after a person has chosen it. */
  async choose(selector: string, name: string, type: string, content: string): Promise<void> {
    const given = () =>
      this.page.evaluate(
        (of, fileName, fileType, text) => {
          const all = (root: ParentNode): Element[] =>
            [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
          const input = all(document).find(one => one.matches(of));
          if (!(input instanceof HTMLInputElement)) return false;
          const data = new DataTransfer();
          data.items.add(new File([text], fileName, { type: fileType }));
          input.files = data.files;
          input.dispatchEvent(new Event('change'));
          return true;
        },
        selector,
        name,
        type,
        content,
      );
    await expect.poll(given, { message: `${selector} in Firefox` }).toBe(true);
  }

  /** Sound comes by the newest connection, and it is no silence: where there is no sound card, Firefox analyses none. */
  async hears(): Promise<void> {
    const energy = () =>
      this.page.evaluate(async () => {
        const all = Reflect.get(window, 'connections') as RTCPeerConnection[];
        const stats = [...((await all.at(-1)?.getStats()) ?? new Map()).values()];
        return stats.reduce((sum, one) => sum + (one.type === 'inbound-rtp' ? (one.totalAudioEnergy ?? 0) : 0), 0);
      });
    const before = await energy();
    await expect.poll(energy, { message: 'energy of sound in Firefox' }).toBeGreaterThan(before);
  }

  /** So many pictures of a call are to be seen: moving, with no face over them. */
  async seesPictures(count: number): Promise<void> {
    const open = () =>
      this.page.evaluate(() => {
        const all = (root: ParentNode): Element[] =>
          [...root.querySelectorAll('*')].flatMap(one => [one, ...(one.shadowRoot ? all(one.shadowRoot) : [])]);
        return all(document).filter(one => one.matches('.face.gone')).length;
      });
    await expect.poll(open, { message: 'pictures without a face over them' }).toBe(count);
  }

  /** A picture by its label; found anew each time that it is looked at. */
  picture(label: string): Shown {
    return {
      evaluate: async look => (await this.#find('video', label)).evaluate(look) as never,
    };
  }
}
