/** How often it is looked whether there are new frames, in ms. */
const everyMs = 500;
/** A camera without a frame for so long shows a picture of the past, in ms. */
const frozenMs = 3000;

/**
 * Tells whether a video moves: from the first frame that comes after `start` on, until none has come for a while. What was in
 * the element before, a last frame or blackness, does not count.
 */
export class FrameWatch {
  readonly #video: HTMLVideoElement;
  readonly #notify: (isMoving: boolean) => void;
  /** A picture may stand still of itself: a shared screen does. */
  readonly #mayStandStill: () => boolean;
  #timer: ReturnType<typeof setInterval> | undefined;
  #frames = 0;
  /** Whether the browser has told of a frame since the last look. Firefox counts none of what comes over a connection. */
  #isNew = false;
  #isAsked = false;
  #still = 0;
  #isMoving = false;

  constructor(video: HTMLVideoElement, mayStandStill: () => boolean, notify: (isMoving: boolean) => void) {
    this.#video = video;
    this.#mayStandStill = mayStandStill;
    this.#notify = notify;
  }

  start(): void {
    if (this.#timer !== undefined) return;
    this.#frames = this.#count();
    this.#still = 0;
    this.#timer = setInterval(() => this.#look(), everyMs);
    this.#isNew = false;
    this.#ask();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#tell(false);
  }

  #look(): void {
    // Browsers draw nothing in a page that nobody sees.
    if (document.hidden) return;
    const frames = this.#count();
    if (this.#isNew || frames !== this.#frames) {
      this.#still = 0;
      this.#tell(true);
    } else if (this.#still < frozenMs) this.#still += everyMs;
    else if (!this.#mayStandStill()) this.#tell(false);
    this.#frames = frames;
    this.#isNew = false;
    this.#ask();
  }

  /** To be told of the next frame: once for each look, however many come. */
  #ask(): void {
    if (this.#isAsked || !this.#video.requestVideoFrameCallback) return;
    this.#isAsked = true;
    this.#video.requestVideoFrameCallback(() => {
      this.#isAsked = false;
      if (this.#timer === undefined) return;
      this.#isNew = true;
      this.#tell(true);
    });
  }

  #count(): number {
    return this.#video.getVideoPlaybackQuality().totalVideoFrames;
  }

  #tell(isMoving: boolean): void {
    if (isMoving === this.#isMoving) return;
    this.#isMoving = isMoving;
    this.#notify(isMoving);
  }
}
