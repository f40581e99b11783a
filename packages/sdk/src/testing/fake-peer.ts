import { vi } from 'vitest';
import { FakeTrack } from './fake-stream.ts';

/** One line of a connection: what its sender was told. */
export function fakeLine(kind: 'audio' | 'video') {
  const told: (string | null)[] = [];
  const sender = {
    replaceTrack: async (track: FakeTrack | null) => void told.push(track?.id ?? null),
    getParameters: () => ({ encodings: [{}] }),
    setParameters: vi.fn(async (_: object) => {}),
    setStreams: vi.fn(),
  };
  return { told, sender, direction: 'recvonly', receiver: { track: new FakeTrack(kind) } };
}

/** As much of simple-peer, and of the browser's connection in it, as a path asks. It says what a test lets it say. */
export class FakePeer {
  static readonly made: FakePeer[] = [];
  readonly options: { initiator: boolean };
  readonly signalled: { type: string }[] = [];
  destroyed = false;
  isFlowing = false;
  lines: ReturnType<typeof fakeLine>[] = [];
  readonly #listeners = new Map<string, (value: unknown) => void>();
  readonly _pc = {
    connectionState: 'connected',
    addTransceiver: (kind: 'audio' | 'video') => {
      const line = fakeLine(kind);
      this.lines.push(line);
      return line;
    },
    getTransceivers: () => this.lines,
  };

  constructor(options: { initiator: boolean }) {
    this.options = options;
    FakePeer.made.push(this);
  }

  on(name: string, listener: (value: unknown) => void): this {
    this.#listeners.set(name, listener);
    return this;
  }

  emit(name: string, value: unknown): void {
    this.#listeners.get(name)?.(value);
  }

  signal(signal: { type: string; candidate?: { candidate: string } }): void {
    // As browsers do at what is none.
    if (signal.candidate?.candidate === 'none') throw new TypeError('no candidate');
    this.signalled.push(signal);
  }

  resume(): void {
    this.isFlowing = true;
  }

  destroy(): void {
    this.destroyed = true;
  }
}
