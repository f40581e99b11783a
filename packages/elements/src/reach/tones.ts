/** A note: its pitch in Hz, when it begins and how long it lasts, in seconds. */
export type Note = readonly [hertz: number, at: number, lasting: number];

/** Told apart with closed eyes: an offer rises in three steps, a call swings between two, a message is one low drop. */
export const tones = {
  offer: [
    [523.25, 0, 0.5],
    [659.25, 0.16, 0.5],
    [783.99, 0.32, 0.9],
  ],
  call: [
    [587.33, 0, 0.35],
    [440, 0.3, 0.35],
    [587.33, 0.6, 0.35],
    [440, 0.9, 0.6],
  ],
  message: [[392, 0, 0.25]],
} as const satisfies Record<string, readonly Note[]>;

export type ToneName = keyof typeof tones;

/** Soft tones made on the spot. Silent until somebody has pressed something, since browsers allow no sound before. */
export class Tones {
  readonly #loudness: number;
  #audio: AudioContext | undefined;

  constructor(loudness: number) {
    this.#loudness = loudness;
  }

  get canPlay(): boolean {
    return this.#audio?.state === 'running';
  }

  /** To be called from a click or a key, or where there was one on this page. */
  async wake(): Promise<void> {
    if (typeof AudioContext === 'undefined') return;
    this.#audio ??= new AudioContext();
    // Without a press it may never be answered.
    if (this.#audio.state === 'suspended')
      await Promise.race([this.#audio.resume(), new Promise(done => setTimeout(done, 300))]).catch(() => {});
  }

  play(name: ToneName): void {
    const audio = this.#audio;
    if (audio?.state !== 'running') return;
    for (const note of tones[name]) sing(audio, note, this.#loudness);
  }

  close(): void {
    void this.#audio?.close().catch(() => {});
    this.#audio = undefined;
  }
}

function sing(audio: AudioContext, [hertz, at, lasting]: Note, loudness: number): void {
  const start = audio.currentTime + at;
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(loudness, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + lasting);
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
  tone.connect(gain).connect(audio.destination);
  tone.start(start);
  tone.stop(start + lasting);
}
