import { transfer, wrap } from 'comlink';
import { effectEnded } from '../captured.ts';
import { startBlurWorker } from './blur-worker.ts';
import { EffectBudget } from './budget.ts';
import { standingFor } from './processed-track.ts';

/** What the worker of @twilio/video-processors offers over comlink. */
interface Pipeline {
  loadTwilioTFLite(): Promise<boolean>;
  render(frame: ImageBitmap): Promise<ImageBitmap | null>;
}
type PipelineClass = new (options: Readonly<Record<string, unknown>>) => Pipeline;

const framesPerSecond = 24;
/** Until the first picture, the worker's files included, in ms. */
const startLimitMs = 20_000;

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** The newest picture of a video, no higher than it may be. */
function pictureOf(video: HTMLVideoElement, maxHeight: number): Promise<ImageBitmap> {
  const scale = Math.min(1, maxHeight / video.videoHeight);
  return createImageBitmap(video, {
    resizeWidth: Math.round(video.videoWidth * scale),
    resizeHeight: Math.round(video.videoHeight * scale),
  });
}

/**
 * A track in which everything behind the person is blurred. It is there only when its first picture is, so that none without
 * the blur is ever in it. `folder`: where the files of the effect are. Rejects where they cannot be had, or do not run.
 */
export async function blurBackground(raw: MediaStreamTrack, folder: string): Promise<MediaStreamTrack> {
  const { worker, close: closeWorker } = startBlurWorker(folder);
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  let isOver = false;
  const close = () => {
    isOver = true;
    closeWorker();
    video.srcObject = null;
  };
  try {
    const failed = new Promise<never>((_, reject) => {
      worker.addEventListener('error', event => reject(new Error(event.message)));
      raw.addEventListener('ended', () => reject(new Error('the camera has ended')));
      setTimeout(() => reject(new Error('no picture in time')), startLimitMs);
    });
    video.srcObject = new MediaStream([raw]);
    const canvas = document.createElement('canvas');
    const output = canvas.getContext('bitmaprenderer');
    if (!output) throw new Error('no bitmaprenderer');
    let pipeline: Pipeline | undefined;
    const start = async () => {
      const RemotePipeline = wrap<PipelineClass>(worker);
      // The worker finds its files beside itself.
      pipeline = (await new RemotePipeline({ assetsPath: '', blurFilterRadius: 15, maskBlurRadius: 8 })) as Pipeline;
      await Promise.all([pipeline.loadTwilioTFLite(), video.play()]);
    };
    const budget = new EffectBudget();
    const draw = async () => {
      const frame = await pictureOf(video, budget.maxHeight);
      const blurred = await pipeline?.render(transfer(frame, [frame]));
      if (!blurred) throw new Error('no picture');
      if (canvas.width !== blurred.width || canvas.height !== blurred.height)
        Object.assign(canvas, { width: blurred.width, height: blurred.height });
      output.transferFromImageBitmap(blurred);
    };
    await Promise.race([start().then(draw), failed]);
    const [made] = canvas.captureStream(framesPerSecond).getVideoTracks();
    if (!made) throw new Error('no track');
    const track = standingFor(raw, made, close);
    void (async () => {
      while (!isOver) {
        const begun = performance.now();
        // A picture that cannot be made is left out: the one before stays, never one without the blur.
        await draw().catch(() => {});
        const took = performance.now() - begun;
        if (!isOver && budget.isExceeded(took, begun + took)) return void track.dispatchEvent(new Event(effectEnded));
        await pause(Math.max(0, 1000 / framesPerSecond - took));
      }
    })();
    return track;
  } catch (error) {
    close();
    throw error;
  }
}
