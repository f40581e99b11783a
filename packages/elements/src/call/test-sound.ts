/** Two soft notes, in Hz. */
const notes = [523.25, 659.25] as const;
const noteSeconds = 0.35;

/** Plays a short sound where a call would be heard. To be called from a press. */
export async function playTestSound(speaker: string | null): Promise<void> {
  const audio = new AudioContext();
  const output = audio.createMediaStreamDestination();
  notes.forEach((frequency, index) => {
    const start = audio.currentTime + 0.05 + index * noteSeconds;
    const gain = new GainNode(audio, { gain: 0 });
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(0.25, start + 0.03);
    gain.gain.exponentialRampToValueAtTime(0.001, start + noteSeconds);
    const tone = new OscillatorNode(audio, { frequency });
    tone.connect(gain).connect(output);
    tone.start(start);
    tone.stop(start + noteSeconds);
  });
  const player = new Audio();
  player.srcObject = output.stream;
  try {
    if (speaker && 'setSinkId' in player) await player.setSinkId(speaker);
    await player.play();
    await new Promise(done => setTimeout(done, notes.length * noteSeconds * 1000 + 400));
  } finally {
    player.srcObject = null;
    await audio.close();
  }
}
