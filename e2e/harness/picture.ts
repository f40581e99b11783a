import { expect } from '@playwright/test';
import type { Colour } from './fake-camera.ts';

/** An element of a page, in whichever browser that is. */
export interface Shown {
  evaluate<Result>(look: (element: unknown) => Result | Promise<Result>): Promise<Result>;
}

interface Look {
  readonly rgb: readonly [number, number, number];
  readonly brightness: number;
  /** Mean difference of two pictures eight frames apart, 0 to 255. */
  readonly movement: number;
}

/** What a person would see: the mean colour of a frame, and how much moved in the eight before it, however long those take. */
const look = (video: Shown): Promise<Look> =>
  video.evaluate(async element => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('not a video');
    const nextFrame = () => new Promise(done => element.requestVideoFrameCallback(done));
    const canvas = new OffscreenCanvas(64, 48);
    const brush = canvas.getContext('2d', { willReadFrequently: true });
    if (!brush) throw new Error('no canvas');
    const shot = () => {
      brush.drawImage(element, 0, 0, 64, 48);
      return brush.getImageData(0, 0, 64, 48).data;
    };
    await nextFrame();
    const first = shot();
    for (let n = 0; n < 8; n++) await nextFrame();
    const second = shot();
    const sum = [0, 0, 0];
    let movement = 0;
    for (let n = 0; n < second.length; n++) {
      if (n % 4 === 3) continue;
      sum[n % 4] = (sum[n % 4] ?? 0) + (second[n] ?? 0);
      movement += Math.abs((second[n] ?? 0) - (first[n] ?? 0));
    }
    const pixels = second.length / 4;
    const [red = 0, green = 0, blue = 0] = sum.map(value => value / pixels);
    return { rgb: [red, green, blue], brightness: (red + green + blue) / 3, movement: movement / (pixels * 3) };
  });

/** No new frame comes, so that whatever stands there is of the past. */
export async function expectNoFrames(video: Shown): Promise<void> {
  await expect(async () => {
    const frames = await video.evaluate(async element => {
      if (!(element instanceof HTMLVideoElement)) throw new Error('not a video');
      const before = element.getVideoPlaybackQuality().totalVideoFrames;
      await new Promise(done => setTimeout(done, 1000));
      return element.getVideoPlaybackQuality().totalVideoFrames - before;
    });
    expect(frames, 'frames decoded in a second').toBe(0);
  }).toPass({ timeout: 60_000 });
}

const channel: Record<Colour, 0 | 1 | 2> = { red: 0, green: 1, blue: 2 };

/** The video shows something that moves, whatever it is. */
export async function expectMoving(video: Shown): Promise<void> {
  await expect(async () => {
    const seen = await look(video);
    expect(seen.brightness, 'not black').toBeGreaterThan(20);
    expect(seen.movement, 'moving').toBeGreaterThan(2);
  }).toPass({ timeout: 60_000 });
}

/** The video shows, decoded and moving, the picture of the person whose camera has this colour. */
export async function expectPicture(video: Shown, colour: Colour): Promise<void> {
  await expect(async () => {
    const seen = await look(video);
    expect(seen.brightness, 'not black').toBeGreaterThan(20);
    expect(seen.movement, 'moving').toBeGreaterThan(2);
    expect(seen.rgb.indexOf(Math.max(...seen.rgb)), `mostly ${colour}, got ${seen.rgb.map(Math.round)}`).toBe(
      channel[colour],
    );
  }).toPass({ timeout: 60_000 });
}

/** The video shows the picture of the person whose camera has this colour, decoded, and nothing moves in it. */
export async function expectStill(video: Shown, colour: Colour): Promise<void> {
  await expect(async () => {
    const seen = await look(video);
    expect(seen.brightness, 'not black').toBeGreaterThan(20);
    expect(seen.movement, 'not moving').toBeLessThan(1);
    expect(seen.rgb.indexOf(Math.max(...seen.rgb)), `mostly ${colour}`).toBe(channel[colour]);
  }).toPass({ timeout: 60_000 });
}

/** The loudest tone that the video's sound carries, in Hz, within one analyser bin. */
export const loudestTone = (video: Shown): Promise<number> =>
  video.evaluate(async element => {
    if (!(element instanceof HTMLVideoElement) || !(element.srcObject instanceof MediaStream)) return 0;
    const audio = new AudioContext();
    await audio.resume();
    const analyser = audio.createAnalyser();
    analyser.fftSize = 8192;
    audio.createMediaStreamSource(element.srcObject).connect(analyser);
    await new Promise(done => setTimeout(done, 700));
    const bins = new Float32Array(analyser.frequencyBinCount);
    analyser.getFloatFrequencyData(bins);
    const loudest = bins.indexOf(Math.max(...bins));
    const level = bins[loudest] ?? -Infinity;
    await audio.close();
    return level > -60 ? (loudest * audio.sampleRate) / analyser.fftSize : 0;
  });

/** Nothing is to be heard of it. */
export async function expectSilence(video: Shown): Promise<void> {
  await expect(async () => {
    expect(await loudestTone(video), 'a tone').toBe(0);
  }).toPass({ timeout: 60_000 });
}

/** The video's sound is the tone of the person whose microphone hears `toneHz`. */
export async function expectTone(video: Shown, toneHz: number): Promise<void> {
  await expect(async () => {
    expect(Math.abs((await loudestTone(video)) - toneHz), `a tone of ${toneHz} Hz`).toBeLessThan(25);
  }).toPass({ timeout: 60_000 });
}
