import { brightnessOf } from '../media/brightness.ts';

const [width, height] = [32, 24];
/** Of 255, in the mean: a dark room is above it, a covered lens below. */
const blackBelow = 6;
/** Cameras begin with dark pictures until they have found the light: so long they have. */
const patienceMs = 1_500;

/** Whether the camera shows nothing, from beginning to end. A picture that cannot be looked at is none of its faults. */
export async function isBlack(stream: MediaStream): Promise<boolean> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = stream;
  const brush = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d', {
    willReadFrequently: true,
  });
  try {
    await video.play();
    if (!brush) return false;
    let hasLooked = false;
    for (const until = performance.now() + patienceMs; performance.now() < until; ) {
      if (video.videoWidth > 0) {
        brush.drawImage(video, 0, 0, width, height);
        if (brightnessOf(brush.getImageData(0, 0, width, height).data) >= blackBelow) return false;
        hasLooked = true;
      }
      await new Promise(done => setTimeout(done, 100));
    }
    return hasLooked;
  } catch {
    return false;
  } finally {
    video.srcObject = null;
  }
}
