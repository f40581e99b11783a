import { expect, type Locator } from '@playwright/test';

type Place = readonly [number, number];
type Rgb = readonly [number, number, number];

/** How a picture is shown on the screen: all of it, and what is cut off. */
const shownAt = (video: Locator) =>
  video.evaluate(element => {
    if (!(element instanceof HTMLVideoElement)) throw new Error('not a video');
    const { left, top, width, height } = element.getBoundingClientRect();
    const scales = [width / element.videoWidth, height / element.videoHeight];
    const scale = getComputedStyle(element).objectFit === 'contain' ? Math.min(...scales) : Math.max(...scales);
    const size = { width: element.videoWidth * scale, height: element.videoHeight * scale };
    const isMirrored = new DOMMatrix(getComputedStyle(element).transform).a < 0;
    return {
      ...{ isMirrored, ...size, box: { left, top, width, height } },
      left: left + (width - size.width) / 2,
      top: top + (height - size.height) / 2,
    };
  });

/** Where on the screen a place of the picture is. */
export async function placeOf(video: Locator, [x, y]: Place): Promise<{ x: number; y: number }> {
  const { left, top, width, height, isMirrored } = await shownAt(video);
  return { x: left + (isMirrored ? 1 - x : x) * width, y: top + y * height };
}

/** The middle of all that has this colour on the screen where the picture is, as a place of the picture; null where nothing has. */
export async function markCentre(video: Locator, colour: Rgb): Promise<Place | null> {
  const { box, left, top, width, height, isMirrored } = await shownAt(video);
  const clip = { x: box.left, y: box.top, width: box.width, height: box.height };
  const png = (await video.page().screenshot({ clip, scale: 'css' })).toString('base64');
  const found = await video.page().evaluate(
    async ({ source, rgb }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const brush = canvas.getContext('2d');
      if (!brush) throw new Error('no canvas');
      brush.drawImage(image, 0, 0);
      const { data } = brush.getImageData(0, 0, image.width, image.height);
      const sum = { x: 0, y: 0, count: 0 };
      for (let n = 0; n < data.length; n += 4) {
        const far = rgb.some((value, part) => Math.abs((data[n + part] ?? 0) - value) > 24);
        if (far) continue;
        sum.x += (n / 4) % image.width;
        sum.y += Math.floor(n / 4 / image.width);
        sum.count += 1;
      }
      return sum.count < 12 ? null : { x: sum.x / sum.count, y: sum.y / sum.count };
    },
    { source: `data:image/png;base64,${png}`, rgb: [...colour] },
  );
  if (!found) return null;
  const across = (box.left + found.x - left) / width;
  return [isMirrored ? 1 - across : across, (box.top + found.y - top) / height];
}

/** Something of this colour is seen, in the middle of which is this place of the picture. `meanwhile`: done before each look. */
export async function expectMark(
  video: Locator,
  colour: Rgb,
  [x, y]: Place,
  meanwhile: () => Promise<void> = async () => {},
): Promise<void> {
  await expect(async () => {
    await meanwhile();
    const centre = await markCentre(video, colour);
    expect(centre, 'a mark').not.toBeNull();
    expect(Math.abs((centre?.[0] ?? 0) - x), `across: ${centre?.[0]}`).toBeLessThan(0.03);
    expect(Math.abs((centre?.[1] ?? 0) - y), `down: ${centre?.[1]}`).toBeLessThan(0.03);
  }).toPass({ timeout: 60_000 });
}

/** What a picture that is drawn shows: its size, and which part of its colour is the strongest. */
export const meanColour = (drawn: Locator) =>
  drawn.evaluate(canvas => {
    if (!(canvas instanceof HTMLCanvasElement)) throw new Error('not drawn');
    const { width, height } = canvas;
    const { data = [] } = canvas.getContext('2d')?.getImageData(0, 0, width, height) ?? {};
    const sum = [0, 0, 0];
    for (let n = 0; n < data.length; n += 1) if (n % 4 < 3) sum[n % 4] = (sum[n % 4] ?? 0) + (data[n] ?? 0);
    return { width, height, mostly: ['red', 'green', 'blue'][sum.indexOf(Math.max(...sum))] };
  });
