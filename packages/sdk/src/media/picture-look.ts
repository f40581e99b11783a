import { brightnessOf } from './brightness.ts';

const [width, height] = [32, 24];

/** Looks at a picture from time to time: a lens that is covered is in none of the browser's statistics. */
export class PictureLook {
  #track: MediaStreamTrack | null = null;
  #video: HTMLVideoElement | null = null;
  #brush: CanvasRenderingContext2D | null = null;

  /** Null ends it. */
  follow(track: MediaStreamTrack | null): void {
    if (track === this.#track) return;
    this.#track = track;
    if (this.#video) this.#video.srcObject = null;
  }

  /** 0 to 255; null where there is nothing to look at, or nobody does. Only who asks makes the browser draw it once more. */
  brightness(): number | null {
    if (!this.#track || document.hidden) return null;
    this.#video ??= Object.assign(document.createElement('video'), {
      muted: true,
      playsInline: true,
    });
    const video = this.#video;
    if (!video.srcObject) {
      video.srcObject = new MediaStream([this.#track]);
      video.play().catch(() => {});
    }
    if (video.videoWidth === 0) return null;
    this.#brush ??= Object.assign(document.createElement('canvas'), {
      width,
      height,
    }).getContext('2d', {
      willReadFrequently: true,
    });
    if (!this.#brush) return null;
    this.#brush.drawImage(video, 0, 0, width, height);
    return brightnessOf(this.#brush.getImageData(0, 0, width, height).data);
  }
}
