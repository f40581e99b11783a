import type { MediaHandle } from '@eyeline/machines';

const everyMs = 100;

/** One for the page: browsers give only a few. Nothing is heard from it. */
let shared: { readonly audio: AudioContext; users: number } | null = null;

function takeAudio(): AudioContext {
  shared ??= { audio: new AudioContext(), users: 0 };
  shared.users += 1;
  // Without a press before it the browser lets nothing be measured, and says so by zeros.
  if (shared.audio.state === 'suspended') void shared.audio.resume().catch(() => {});
  return shared.audio;
}

function leaveAudio(): void {
  if (!shared) return;
  shared.users -= 1;
  if (shared.users > 0) return;
  void shared.audio.close();
  shared = null;
}

/** Measures how loud a sound is, about ten times a second. */
export class Loudness {
  readonly #notify: (level: number) => void;
  #track: MediaStreamTrack | null = null;
  #source: MediaStreamAudioSourceNode | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  /** `notify` hears a level from 0 to 1. */
  constructor(notify: (level: number) => void) {
    this.#notify = notify;
  }

  /** Of a track, or of the first track with sound of a stream; null ends it. */
  follow(media: MediaHandle | null): void {
    const track = audioOf(media);
    if (track === this.#track) return;
    this.stop();
    if (!track || typeof AudioContext === 'undefined') return;
    this.#track = track;
    const audio = takeAudio();
    const analyser = new AnalyserNode(audio, { fftSize: 1024 });
    this.#source = audio.createMediaStreamSource(new MediaStream([track]));
    this.#source.connect(analyser);
    const samples = new Float32Array(analyser.fftSize);
    this.#timer = setInterval(() => {
      analyser.getFloatTimeDomainData(samples);
      this.#notify(levelOf(samples));
    }, everyMs);
  }

  stop(): void {
    if (!this.#track) return;
    clearInterval(this.#timer);
    this.#source?.disconnect();
    this.#track = null;
    leaveAudio();
    this.#notify(0);
  }
}

function audioOf(media: MediaHandle | null): MediaStreamTrack | null {
  if (media instanceof MediaStream) return media.getAudioTracks()[0] ?? null;
  return media instanceof MediaStreamTrack && media.kind === 'audio' ? media : null;
}

/** As it is felt: -60 dB is 0, full scale is 1. */
export function levelOf(samples: Float32Array): number {
  const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
  const decibels = 10 * Math.log10(power + 1e-9);
  return Math.min(1, Math.max(0, 1 + decibels / 60));
}
