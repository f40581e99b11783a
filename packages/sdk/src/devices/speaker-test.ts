/** Three notes, each for a third of a second: to be known as a test, and over soon. */
const notes = [523.25, 659.25, 783.99];
const noteSeconds = 0.33;
const volume = 0.15;

/** Typed in newer libraries only. */
interface WithSink {
  setSinkId(deviceId: string): Promise<void>;
}
const hasSink = (of: object): of is WithSink => 'setSinkId' in of && typeof of.setSinkId === 'function';

/** May a page choose where its sound comes out? */
export const canChooseSpeaker = (): boolean =>
  typeof HTMLMediaElement !== 'undefined' && hasSink(HTMLMediaElement.prototype);

/** Lets a speaker be heard, in the task of the press; settles when it is over. Null: the browser's own choice. */
export async function testSpeaker(deviceId: string | null): Promise<void> {
  const context = new AudioContext();
  try {
    // Where the speaker is gone the browser's own is heard.
    if (deviceId !== null && hasSink(context)) await context.setSinkId(deviceId).catch(() => {});
    const start = context.currentTime + 0.05;
    const output = new GainNode(context, { gain: 0 });
    output.connect(context.destination);
    const ended = notes.map((frequency, at) => {
      const oscillator = new OscillatorNode(context, { frequency });
      const begin = start + at * noteSeconds;
      output.gain.setTargetAtTime(volume, begin, 0.01);
      output.gain.setTargetAtTime(0, begin + noteSeconds * 0.7, 0.05);
      oscillator.connect(output);
      oscillator.start(begin);
      oscillator.stop(begin + noteSeconds);
      return new Promise(resolve => oscillator.addEventListener('ended', resolve));
    });
    await context.resume();
    await Promise.all(ended);
  } finally {
    await context.close();
  }
}
