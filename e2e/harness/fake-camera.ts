import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A colour that is easily told from another after it went through a codec, as Y, U, V. */
export const colours = { red: [81, 90, 240], blue: [60, 200, 100], green: [120, 60, 60] } as const;
export type Colour = keyof typeof colours;

const width = 320;
const height = 240;
const frames = 30;
/** The width of a stripe in a picture with detail, and how far it is from the colour's own luma. */
const stripe = { width: 8, depth: 45 };

/** `rough`: in fine stripes, and what is heard is a voice in front of a hiss: what is blurred and what is suppressed can be measured. */
export type Surroundings = 'plain' | 'rough';

/**
 * A camera that shows one colour with a white bar that moves (YUV4MPEG2, 30 frames a second) and a microphone that
 * hears one tone (WAV, 16 bit, mono), as files for Chromium's fake devices.
 */
export async function fakeCamera(folder: string, colour: Colour, toneHz: number, surroundings: Surroundings = 'plain') {
  await mkdir(folder, { recursive: true });
  const video = join(folder, `${colour}.y4m`);
  const audio = join(folder, `${colour}.wav`);
  await writeFile(video, y4m(colour, surroundings));
  await writeFile(audio, wav(surroundings === 'plain' ? tone(toneHz) : voiceInHiss(toneHz)));
  return [`--use-file-for-fake-video-capture=${video}`, `--use-file-for-fake-audio-capture=${audio}`];
}

function y4m(colour: Colour, surroundings: Surroundings): Buffer {
  const [y, u, v] = colours[colour];
  const depth = surroundings === 'plain' ? 0 : stripe.depth;
  const line = Buffer.from(
    Array.from({ length: width }, (_, x) => y + (Math.floor(x / stripe.width) % 2 === 0 ? depth : -depth)),
  );
  const parts = [Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < frames; frame++) {
    const luma = Buffer.alloc(width * height, line);
    const left = Math.floor((frame * (width - 40)) / frames);
    for (let row = 0; row < height; row++) luma.fill(235, row * width + left, row * width + left + 40);
    const quarter = (width * height) / 4;
    parts.push(Buffer.from('FRAME\n'), luma, Buffer.alloc(quarter, u), Buffer.alloc(quarter, v));
  }
  return Buffer.concat(parts);
}

const rate = 48_000;
const samples = rate * 2;

const tone = (hertz: number) => (n: number) => 12_000 * Math.sin((2 * Math.PI * hertz * n) / rate);

/** Vowels of a voice of this pitch, with pauses as between words, and a steady hiss. */
function voiceInHiss(pitchHz: number): (n: number) => number {
  const formants = [700, 1220, 2600];
  let seed = 1;
  const hiss = Array.from({ length: samples }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) & 0x7fffffff;
    return (seed / 0x7fffffff - 0.5) * 6000;
  });
  return n => {
    const seconds = n / rate;
    let voice = 0;
    for (let harmonic = 1; harmonic * pitchHz < 4000; harmonic++) {
      const hertz = harmonic * pitchHz;
      const gain = formants.reduce((sum, formant) => sum + Math.exp(-(((hertz - formant) / 200) ** 2)), 0.1);
      voice += (gain / harmonic) * Math.sin(2 * Math.PI * hertz * seconds);
    }
    const word = Math.max(0, Math.sin(2 * Math.PI * 2 * seconds));
    return 9000 * word * voice + (hiss[n] ?? 0);
  };
}

function wav(sample: (n: number) => number): Buffer {
  const bytes = Buffer.alloc(44 + samples * 2);
  bytes.write('RIFF', 0);
  bytes.writeUInt32LE(36 + samples * 2, 4);
  bytes.write('WAVEfmt ', 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(rate, 24);
  bytes.writeUInt32LE(rate * 2, 28);
  bytes.writeUInt16LE(2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write('data', 36);
  bytes.writeUInt32LE(samples * 2, 40);
  for (let n = 0; n < samples; n++)
    bytes.writeInt16LE(Math.max(-32_768, Math.min(32_767, Math.round(sample(n)))), 44 + n * 2);
  return bytes;
}
