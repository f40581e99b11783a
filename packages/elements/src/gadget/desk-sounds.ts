/** A note: its pitch in Hz, when it begins and how long it lasts, in seconds. */
type Note = readonly [hertz: number, at: number, lasting: number];

/** Told apart with closed eyes: an offer rises in three steps, a message is one low drop. */
const sounds = {
  offer: [
    [523.25, 0, 0.5],
    [659.25, 0.16, 0.5],
    [783.99, 0.32, 0.9],
  ],
  message: [[392, 0, 0.25]],
} as const satisfies Record<string, readonly Note[]>;

const key = 'eyeline.desk.sounds';

/** Soft tones made on the spot. Silent until somebody has pressed something, since browsers allow no sound before. */
export class DeskSounds {
  #audio: AudioContext | undefined;
  #isOn = readChoice();

  get isOn(): boolean {
    return this.#isOn;
  }

  switch(isOn: boolean): void {
    this.#isOn = isOn;
    keepChoice(isOn);
    if (isOn) this.play('message');
  }

  /** To be called from a click or a key. */
  wake(): void {
    if (!this.#isOn || typeof AudioContext === 'undefined') return;
    this.#audio ??= new AudioContext();
    if (this.#audio.state === 'suspended') void this.#audio.resume();
  }

  play(name: keyof typeof sounds): void {
    const audio = this.#audio;
    if (!this.#isOn || audio?.state !== 'running') return;
    for (const note of sounds[name]) sing(audio, note);
  }
}

function sing(audio: AudioContext, [hertz, at, lasting]: Note): void {
  const start = audio.currentTime + at;
  const gain = new GainNode(audio, { gain: 0 });
  gain.gain.setValueAtTime(0, start);
  gain.gain.linearRampToValueAtTime(0.12, start + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, start + lasting);
  const tone = new OscillatorNode(audio, { type: 'sine', frequency: hertz });
  tone.connect(gain).connect(audio.destination);
  tone.start(start);
  tone.stop(start + lasting);
}

/** On until somebody turns it off at this desk; a browser that keeps nothing keeps it on. */
function readChoice(): boolean {
  try {
    return localStorage.getItem(key) !== 'off';
  } catch {
    return true;
  }
}

function keepChoice(isOn: boolean): void {
  try {
    localStorage.setItem(key, isOn ? 'on' : 'off');
  } catch {
    // The choice holds until the page is left.
  }
}
