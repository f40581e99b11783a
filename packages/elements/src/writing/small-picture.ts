/** The longer side of a picture that travels, in pixels. */
const longest = 2048;
/** A picture without loss that is larger than this is a photograph. */
const mostLossless = 2_000_000;
const quality = 0.85;

export interface SmallPicture {
  readonly content: Blob;
  readonly name: string;
  readonly picture: ImageBitmap | null;
}

/** How large a picture is drawn that is to be no longer than that. */
export function fitted(width: number, height: number, most = longest): { width: number; height: number } {
  const scale = Math.min(1, most / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}

/**
 * A picture as it travels: no larger than it has to be, and drawn anew, so that where and with what it was taken stays behind. What
 * moves, and what this browser cannot draw, goes as it is.
 */
export async function smallPicture(file: File): Promise<SmallPicture> {
  const asItIs = { content: file, name: file.name, picture: null };
  if (!/^image\/(?!svg)/.test(file.type)) return asItIs;
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture || file.type === 'image/gif') return { ...asItIs, picture };
  const canvas = Object.assign(document.createElement('canvas'), fitted(picture.width, picture.height));
  const brush = canvas.getContext('2d');
  if (!brush) return { ...asItIs, picture };
  brush.imageSmoothingQuality = 'high';
  brush.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const drawn = (type: string) => new Promise<Blob | null>(resolve => canvas.toBlob(resolve, type, quality));
  const lossless = file.type === 'image/png' ? await drawn('image/png') : null;
  const content = lossless && lossless.size <= mostLossless ? lossless : await drawnOpaque(canvas, brush, drawn);
  return content ? { content, name: named(file.name, content.type), picture } : { ...asItIs, picture };
}

/** What was see-through is white in a JPEG, and not black. */
function drawnOpaque(
  { width, height }: HTMLCanvasElement,
  brush: CanvasRenderingContext2D,
  drawn: (type: string) => Promise<Blob | null>,
): Promise<Blob | null> {
  brush.globalCompositeOperation = 'destination-over';
  brush.fillStyle = '#fff';
  brush.fillRect(0, 0, width, height);
  return drawn('image/jpeg');
}

/** The ending says what it is now. */
function named(name: string, type: string): string {
  const endings = type === 'image/png' ? ['png'] : ['jpg', 'jpeg'];
  if (endings.some(one => name.toLowerCase().endsWith(`.${one}`))) return name;
  return `${name.replace(/\.\w{1,5}$/, '')}.${endings[0]}`;
}
