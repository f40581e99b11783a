import { type HelpedPicture, type MarkSignal, mostPoints, type PicturePoint } from '@eyeline/protocol';

/** Marks are told so often at most, in ms: as often as an eye can follow, and far below what a page may say. */
const everyMs = 80;
/** Four digits tell apart each pixel of a picture of 10 000. */
const rounded = ([x, y]: PicturePoint): PicturePoint => [
  Math.round(x * 10_000) / 10_000,
  Math.round(y * 10_000) / 10_000,
];

interface Line {
  readonly picture: HelpedPicture;
  readonly strokeId: number;
}

/** What a hand does on a picture, told in a bounded number of pieces, however fast it is. */
export class Pen {
  readonly #tell: (signal: MarkSignal) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #line: Line | null = null;
  #points: PicturePoint[] = [];
  #pointed: Extract<MarkSignal, { type: 'pointed' }> | null = null;
  #isPointing = false;

  constructor(tell: (signal: MarkSignal) => void) {
    this.#tell = tell;
  }

  get isDown(): boolean {
    return this.#line !== null;
  }

  /** Null: nowhere any more. */
  point(picture: HelpedPicture, at: PicturePoint | null): void {
    if (at === null && !this.#isPointing) return;
    this.#isPointing = at !== null;
    this.#pointed = { type: 'pointed', picture, at: at && rounded(at) };
    this.#tellSoon();
  }

  /** A stroke begins. */
  set(picture: HelpedPicture, at: PicturePoint): void {
    this.lift();
    // No other stroke of this person has it, those of the page before a reload neither.
    this.#line = { picture, strokeId: Math.floor(performance.timeOrigin + performance.now()) };
    this.draw(at);
  }

  draw(at: PicturePoint): void {
    if (!this.#line) return;
    this.#points.push(rounded(at));
    this.#tellSoon();
  }

  lift(): void {
    this.#flush();
    this.#line = null;
  }

  #tellSoon(): void {
    if (this.#timer !== undefined) return;
    // The first at once, what follows it together.
    this.#flush();
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      if (this.#pointed || this.#points.length > 0) this.#tellSoon();
    }, everyMs);
  }

  #flush(): void {
    if (this.#pointed) this.#tell(this.#pointed);
    this.#pointed = null;
    const points = this.#points;
    this.#points = [];
    for (let from = 0; this.#line && from < points.length; from += mostPoints)
      this.#tell({ type: 'drawn', ...this.#line, points: points.slice(from, from + mostPoints) });
  }
}
