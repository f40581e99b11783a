import type { Page } from '@playwright/test';

interface Lens {
  /** Something lies over it. */
  isCovered: boolean;
  /** It gives no new picture, and does not end. */
  isStuck: boolean;
}

/**
 * A telephone's two cameras, which Chromium's fakes are not: the front one shows red, the back one green, each with a bar that moves.
 * `window.lens` says what happens to them. The sound stays as it is.
 */
export function ownCameras(): void {
  const lens: Lens = { isCovered: false, isStuck: false };
  Object.assign(window, { lens });
  const { mediaDevices } = navigator;
  if (!mediaDevices) return;
  const cameras = [
    { deviceId: 'front', label: 'Front camera', colour: 'rgb(220, 0, 0)' },
    { deviceId: 'back', label: 'Back camera', colour: 'rgb(0, 160, 0)' },
  ] as const;
  const list = mediaDevices.enumerateDevices.bind(mediaDevices);
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  const show = (colour: string) => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 320, height: 240 });
    const brush = canvas.getContext('2d');
    let left = 0;
    const paint = () => {
      if (!brush || lens.isStuck) return;
      left = (left + 9) % 320;
      brush.fillStyle = lens.isCovered ? 'black' : colour;
      brush.fillRect(0, 0, 320, 240);
      if (lens.isCovered) return;
      brush.fillStyle = 'white';
      brush.fillRect(left, 0, 40, 240);
    };
    setInterval(paint, 33);
    paint();
    const [track] = canvas.captureStream(30).getVideoTracks();
    if (!track) throw new Error('no track');
    return track;
  };
  mediaDevices.enumerateDevices = async () => {
    const others = (await list()).filter(({ kind }) => kind !== 'videoinput');
    const own = cameras.map(({ deviceId, label }) => ({ deviceId, label, kind: 'videoinput', groupId: '' }));
    return [...others, ...own] as MediaDeviceInfo[];
  };
  mediaDevices.getUserMedia = async (constraints = {}) => {
    const { audio, video } = constraints;
    const stream = audio ? await ask({ audio }) : new MediaStream();
    if (video)
      stream.addTrack(show(JSON.stringify(video).match(/back|environment/) ? cameras[1].colour : cameras[0].colour));
    return stream;
  };
}

export const setLens = (page: Page, lens: Partial<Lens>): Promise<void> =>
  page.evaluate(to => void Object.assign(Reflect.get(window, 'lens') as object, to), lens);

/** What is played without a picture is kept, as what a test of the speaker plays: its loudest tone, and on which speaker. */
export function hearPlayed(): void {
  const heard: { hertz: number; sink: string }[] = [];
  Object.assign(window, { heard });
  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    const { srcObject } = this;
    if (this instanceof HTMLAudioElement && srcObject instanceof MediaStream) {
      const audio = new AudioContext();
      const analyser = new AnalyserNode(audio, { fftSize: 8192, smoothingTimeConstant: 0 });
      audio.createMediaStreamSource(srcObject).connect(analyser);
      const sink = this.sinkId;
      const bins = new Float32Array(analyser.frequencyBinCount);
      const looking = setInterval(() => {
        analyser.getFloatFrequencyData(bins);
        const loudest = bins.indexOf(Math.max(...bins));
        if ((bins[loudest] ?? -Infinity) > -60)
          heard.push({ hertz: (loudest * audio.sampleRate) / analyser.fftSize, sink });
      }, 100);
      setTimeout(() => {
        clearInterval(looking);
        void audio.close();
      }, 1500);
    }
    return play.call(this);
  };
}
