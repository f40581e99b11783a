import { pino } from 'pino';
import type { KeepOutside } from '../cisco/kept-outside.ts';
import { KeptVoice } from '../cisco/voice/kept-voice.ts';
import type { OutsideRecord } from '../store/store.ts';

/** A store of what is outside, and of nothing else. */
export class OutsideMemory {
  readonly #records = new Map<string, OutsideRecord>();
  /** While it is true nothing can be kept. */
  fails = false;

  readonly keep: KeepOutside = async records => {
    // Not in the same turn, as with a real store.
    await new Promise(resolve => setImmediate(resolve));
    if (this.fails) throw new Error('The store refuses it.');
    for (const one of records) {
      const key = `${one.system} ${one.subject}`;
      if (one.value === null) this.#records.delete(key);
      else this.#records.set(key, structuredClone(one));
    }
  };

  get records(): readonly OutsideRecord[] {
    return [...this.#records.values()];
  }

  /** As a server that starts reads it. */
  voice(): KeptVoice {
    return new KeptVoice(this.records, pino({ level: 'silent' }));
  }
}
