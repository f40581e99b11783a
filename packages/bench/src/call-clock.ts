/** What a page under the clock has seen; both in ms of the machine's clock, which all its pages share. */
export interface CallClock {
  /** The last click, before any handler of the page saw it. */
  clickedAt: number | undefined;
  /** The first frame of the other side: decoded and presented. */
  readonly firstFrameAt: Promise<number>;
  /** The first frame, and each that came after a pause of a quarter of a second, with the one before the pause: a call that began anew. */
  readonly beginnings: readonly { readonly lastAt: number; readonly at: number }[];
}

declare global {
  var callClock: CallClock;
}

/** Runs in the page before its own scripts. The same for every variant, whatever elements the page is made of. */
export const installCallClock = (): void => {
  let resolve: (at: number) => void = () => {};
  const firstFrameAt = new Promise<number>(settle => {
    resolve = settle;
  });
  const beginnings: { lastAt: number; at: number }[] = [];
  const clock: CallClock = { clickedAt: undefined, firstFrameAt, beginnings };
  globalThis.callClock = clock;
  addEventListener(
    'click',
    () => {
      clock.clickedAt = Date.now();
    },
    { capture: true },
  );

  // Only frames that came over the network have an RTP timestamp: a preview of one's own camera has none.
  let lastAt = 0;
  const watch = (video: HTMLVideoElement): void => {
    video.requestVideoFrameCallback((_now, { rtpTimestamp }) => {
      if (rtpTimestamp !== undefined) {
        const at = Date.now();
        if (at - lastAt > 250) beginnings.push({ lastAt, at });
        lastAt = at;
        resolve(at);
      }
      watch(video);
    });
  };
  const property = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'srcObject');
  if (!property?.set) throw new Error('this browser has no srcObject to watch');
  const { set } = property;
  Object.defineProperty(HTMLMediaElement.prototype, 'srcObject', {
    ...property,
    set(this: HTMLMediaElement, stream: MediaProvider | null) {
      set.call(this, stream);
      if (stream && this instanceof HTMLVideoElement) watch(this);
    },
  });
};
