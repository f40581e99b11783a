import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A colour that is easily told from another after it went through a codec, as Y, U, V. */
export const colours = { red: [81, 90, 240], blue: [60, 200, 100], green: [120, 60, 60] } as const;
export type Colour = keyof typeof colours;

const width = 320;
const height = 240;
const frames = 30;

/**
 * A camera that shows one colour with a white bar that moves (YUV4MPEG2, 30 frames a second) and a microphone that
 * hears one tone (WAV, 16 bit, mono), as files for Chromium's fake devices.
 */
export async function fakeCamera(folder: string, colour: Colour, toneHz: number) {
  await mkdir(folder, { recursive: true });
  const video = join(folder, `${colour}.y4m`);
  const audio = join(folder, `${colour}.wav`);
  await writeFile(video, y4m(colour));
  await writeFile(audio, wav(toneHz));
  return [`--use-file-for-fake-video-capture=${video}`, `--use-file-for-fake-audio-capture=${audio}`];
}

function y4m(colour: Colour): Buffer {
  const [y, u, v] = colours[colour];
  const parts = [Buffer.from(`YUV4MPEG2 W${width} H${height} F30:1 Ip A1:1 C420jpeg\n`)];
  for (let frame = 0; frame < frames; frame++) {
    const luma = Buffer.alloc(width * height, y);
    const left = Math.floor((frame * (width - 40)) / frames);
    for (let row = 0; row < height; row++) luma.fill(235, row * width + left, row * width + left + 40);
    const quarter = (width * height) / 4;
    parts.push(Buffer.from('FRAME\n'), luma, Buffer.alloc(quarter, u), Buffer.alloc(quarter, v));
  }
  return Buffer.concat(parts);
}

function wav(toneHz: number): Buffer {
  const rate = 48_000;
  const samples = rate * 2;
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
  for (let n = 0; n < samples; n++) {
    bytes.writeInt16LE(Math.round(12_000 * Math.sin((2 * Math.PI * toneHz * n) / rate)), 44 + n * 2);
  }
  return bytes;
}
