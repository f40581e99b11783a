/** Mean of a picture's pixels (RGBA), 0 to 255. */
export function brightnessOf(pixels: Uint8ClampedArray): number {
  let sum = 0;
  for (let n = 0; n < pixels.length; n += 4) sum += (pixels[n] ?? 0) + (pixels[n + 1] ?? 0) + (pixels[n + 2] ?? 0);
  return sum / (pixels.length / 4) / 3;
}
