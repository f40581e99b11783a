/** How long a camera may take until its next picture, in ms. */
const limitMs = 5000;

/** The picture of a track as it is now, at its own resolution. Rejects where none comes. */
export async function frameOf(track: MediaStreamTrack): Promise<HTMLCanvasElement> {
  const video = Object.assign(document.createElement('video'), { muted: true, playsInline: true });
  try {
    video.srcObject = new MediaStream([track]);
    await Promise.race([
      video.play().then(() => hasPicture(video)),
      new Promise<never>((_, reject) => setTimeout(() => reject(new Error('no picture in time')), limitMs)),
    ]);
    const { videoWidth: width, videoHeight: height } = video;
    const canvas = Object.assign(document.createElement('canvas'), { width, height });
    const brush = canvas.getContext('2d', { alpha: false });
    if (!brush || width === 0) throw new Error('no picture');
    brush.drawImage(video, 0, 0);
    return canvas;
  } finally {
    video.srcObject = null;
  }
}

const hasPicture = (video: HTMLVideoElement): Promise<void> =>
  new Promise(resolve => {
    if (video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA) return resolve();
    video.addEventListener('loadeddata', () => resolve(), { once: true });
  });
