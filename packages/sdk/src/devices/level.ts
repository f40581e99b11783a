/** How loud a microphone is: 0 for silence, 1 for as loud as it can be told. */
export interface LevelMeter {
  readonly track: MediaStreamTrack;
  /** Stops measuring; the track goes on. */
  close(): void;
}

/** Below this a room is silent, above that it is shouted, in decibels. */
const quietest = -60;
const loudest = -12;

/** From samples between -1 and 1 to a level as people hear it. */
export function levelOf(samples: Float32Array): number {
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  const decibels = 10 * Math.log10(sum / Math.max(1, samples.length) + 1e-12);
  return Math.min(1, Math.max(0, (decibels - quietest) / (loudest - quietest)));
}

/**
 * Measures a track about 20 times a second and calls with its level. It falls slowly, as meters do, so that words and not
 * syllables are seen. Works for what somebody else says too.
 */
export function measureLevel(track: MediaStreamTrack, onLevel: (level: number) => void): LevelMeter {
  const context = new AudioContext();
  const analyser = new AnalyserNode(context, { fftSize: 1024 });
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  let shown = 0;
  // Not requestAnimationFrame: who speaks is of interest in a page that is not looked at, too.
  const measuring = setInterval(() => {
    // Without a press browsers hold sound back; it is let go with the first one.
    if (context.state === 'suspended') void context.resume();
    analyser.getFloatTimeDomainData(samples);
    shown = Math.max(levelOf(samples), shown * 0.85);
    onLevel(shown < 0.01 ? 0 : shown);
  }, 50);
  return {
    track,
    close: () => {
      clearInterval(measuring);
      void context.close();
    },
  };
}
