import type { Source } from '@eyeline/protocol';
import { type Captured, failedWith } from './captured.ts';

const width = 1280;
const height = 720;
const framesPerSecond = 30;
/** A soft A3: to be heard, and borne. */
const tone = { hertz: 220, volume: 0.02 };

/** Draws one frame: a bar that crosses the picture once in four seconds, a clock, and whose picture it is. */
function draw(canvas: CanvasRenderingContext2D, name: string, hue: number, now: Date): void {
  const x = ((now.getTime() % 4000) / 4000) * width;
  canvas.fillStyle = `hsl(${hue} 45% 24%)`;
  canvas.fillRect(0, 0, width, height);
  canvas.fillStyle = `hsl(${hue} 70% 60%)`;
  canvas.fillRect(x - 40, 0, 80, height);
  canvas.fillStyle = '#fff';
  canvas.textAlign = 'center';
  canvas.font = '600 72px system-ui, sans-serif';
  canvas.fillText(name, width / 2, height / 2 - 30);
  canvas.font = '400 56px ui-monospace, monospace';
  canvas.fillText(now.toISOString().slice(11, 23), width / 2, height / 2 + 60);
}

/** A quiet tone, so that sound can be seen to flow too; silence where the browser holds sound back until a click. */
function createTone(): MediaStreamTrack | undefined {
  const context = new AudioContext();
  const oscillator = new OscillatorNode(context, { frequency: tone.hertz });
  const output = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
  oscillator.connect(new GainNode(context, { gain: tone.volume })).connect(output);
  oscillator.start();
  const [track] = output.stream.getAudioTracks();
  return track && stoppingToo(track, () => void context.close());
}

/** A track whose `stop` also stops what makes it; tracks do not tell when they are stopped by their own page. */
function stoppingToo(track: MediaStreamTrack, also: () => void): MediaStreamTrack {
  const stop = track.stop.bind(track);
  track.stop = () => {
    stop();
    also();
  };
  return track;
}

function createPicture(name: string): MediaStreamTrack | undefined {
  const canvas = Object.assign(document.createElement('canvas'), { width, height });
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) throw new Error('no 2d canvas');
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 200);
  const paint = () => draw(context, name, hue, new Date());
  paint();
  // Not requestAnimationFrame, which stands still in a page that is not looked at.
  const painting = setInterval(paint, 1000 / framesPerSecond);
  const [track] = canvas.captureStream(framesPerSecond).getVideoTracks();
  return track && stoppingToo(track, () => clearInterval(painting));
}

/** A moving picture and a tone where there is no camera. `name` is written in the picture and gives its colour. */
export function captureTestPicture(name: string, sources: readonly Source[]): Captured {
  const camera = sources.includes('camera') ? createPicture(name) : undefined;
  const microphone = sources.includes('microphone') ? createTone() : undefined;
  const tracks = { ...(camera && { camera }), ...(microphone && { microphone }) };
  const missing = sources.filter(source => !(source in tracks));
  return { tracks, failures: failedWith(missing, 'unsupported').failures };
}
