import { expect, type Locator, type Page } from '@playwright/test';

/**
 * What becomes of the stripes of a rough picture on its way to a page. From `watch` on every frame is looked at that comes there by
 * any connection.
 */
export class Detail {
  readonly #page: Page;
  private constructor(page: Page) {
    this.#page = page;
  }

  static async watch(page: Page): Promise<Detail> {
    await page.evaluate(() => {
      const seen: number[] = [];
      Object.assign(window, { seenDetail: seen });
      const [width, height, stripe] = [320, 240, 8];
      const brush = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true });
      if (!brush) throw new Error('no canvas');
      /** The mean step from one stripe to the next, 0 to 255: some 50 as they are, some 5 blurred. */
      const detailOf = (video: HTMLVideoElement): number => {
        brush.drawImage(video, 0, 0, width, height);
        const { data } = brush.getImageData(0, 0, width, height);
        let sum = 0;
        for (let at = stripe * 4 + 1; at < data.length; at += 4)
          sum += Math.abs((data[at] ?? 0) - (data[at - stripe * 4] ?? 0));
        return sum / (width * height);
      };
      const follow = (track: MediaStreamTrack) => {
        const video = Object.assign(document.createElement('video'), {
          muted: true,
          srcObject: new MediaStream([track]),
        });
        void video.play().catch(() => {});
        const look = () => {
          seen.push(detailOf(video));
          video.requestVideoFrameCallback(look);
        };
        video.requestVideoFrameCallback(look);
      };
      window.RTCPeerConnection = new Proxy(RTCPeerConnection, {
        construct(target, args) {
          const connection: RTCPeerConnection = Reflect.construct(target, args);
          connection.addEventListener('track', ({ track }) => track.kind === 'video' && follow(track));
          return connection;
        },
      });
    });
    return new Detail(page);
  }

  /** Of each frame until now. */
  get seen(): Promise<number[]> {
    return this.#page.evaluate(() => Reflect.get(window, 'seenDetail') as number[]);
  }

  /** New frames come, and the last of them is like this. Returns how many came before it. */
  async expect(look: 'sharp' | 'blurred'): Promise<number> {
    const before = (await this.seen).length;
    let count = 0;
    await expect(async () => {
      const seen = await this.seen;
      count = seen.length;
      expect(count, 'new frames').toBeGreaterThan(before + 3);
      const last = seen.at(-1) ?? 0;
      if (look === 'sharp') expect(last).toBeGreaterThan(sharp);
      else expect(last).toBeLessThan(blurred);
    }).toPass({ timeout: 120_000 });
    return count;
  }
}

export const sharp = 25;
const blurred = 15;

/** How loud a voice and a hiss are in what a video plays, in dB, over the words and pauses of two seconds. */
export const voiceAndHiss = (video: Locator): Promise<readonly [voice: number, hiss: number]> =>
  video.evaluate(async element => {
    if (!(element instanceof HTMLVideoElement) || !(element.srcObject instanceof MediaStream))
      throw new Error('no sound');
    const audio = new AudioContext();
    await audio.resume();
    const analyser = new AnalyserNode(audio, { fftSize: 4096, smoothingTimeConstant: 0 });
    audio.createMediaStreamSource(element.srcObject).connect(analyser);
    const bins = new Float32Array(analyser.frequencyBinCount);
    const perBin = audio.sampleRate / analyser.fftSize;
    const power = (from: number, to: number) =>
      bins.slice(Math.ceil(from / perBin), Math.floor(to / perBin)).reduce((sum, level) => sum + 10 ** (level / 10), 0);
    const looks = 20;
    let [voice, hiss] = [0, 0];
    for (let n = 0; n < looks; n++) {
      await new Promise(done => setTimeout(done, 100));
      analyser.getFloatFrequencyData(bins);
      voice += power(150, 1500) / looks;
      hiss += power(4500, 7500) / looks;
    }
    await audio.close();
    return [10 * Math.log10(voice), 10 * Math.log10(hiss)] as const;
  });
