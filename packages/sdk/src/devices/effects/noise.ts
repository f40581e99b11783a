import { GtcrnWorkletNode, loadGtcrn } from '@sapphi-red/web-noise-suppressor';
import { standingFor } from './processed-track.ts';

/**
 * A track with the voice alone (GTCRN, a small network). What goes in is never passed through: until it runs, the track is
 * silent. `folder`: where the files of the effect are. Rejects where they cannot be had, or do not run.
 */
export async function suppressNoise(raw: MediaStreamTrack, folder: string): Promise<MediaStreamTrack> {
  // The network knows two rates, of which this one is the browsers' own.
  const context = new AudioContext({ sampleRate: 48_000 });
  try {
    const [wasmBinary] = await Promise.all([
      loadGtcrn({ url: `${folder}gtcrn.wasm` }),
      context.audioWorklet.addModule(`${folder}gtcrn-worklet.js`),
    ]);
    // Where the page's policy forbids it the worklet would be silent for ever, without a word.
    await WebAssembly.compile(wasmBinary);
    const node = new GtcrnWorkletNode(context, { maxChannels: 1, wasmBinary });
    const output = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
    context
      .createMediaStreamSource(new MediaStream([raw]))
      .connect(node)
      .connect(output);
    const [made] = output.stream.getAudioTracks();
    if (!made) throw new Error('no track');
    await context.resume();
    return standingFor(raw, made, () => {
      node.destroy();
      void context.close();
    });
  } catch (error) {
    void context.close();
    throw error;
  }
}
