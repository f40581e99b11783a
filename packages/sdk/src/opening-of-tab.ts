import { type Command, keptInputs } from '@eyeline/protocol';
import * as v from 'valibot';
import type { TabStore } from './tab-store.ts';

/** So long a form that was sent and not answered is sent again by itself: who comes back later has changed their mind. */
const freshMs = 5 * 60_000;

const Stored = v.object({ at: v.number(), command: keptInputs['interaction.open'] });

/** The form that a page of this visit sent and that nobody has answered yet. */
export function openingOfTab(store: TabStore, now: () => number = Date.now) {
  return {
    read(): Command<'interaction.open'> | null {
      try {
        const { at, command } = v.parse(Stored, JSON.parse(store.read() ?? ''));
        return Math.abs(now() - at) < freshMs ? { type: 'interaction.open', ...command } : null;
      } catch {
        return null;
      }
    },
    write(opening: Command<'interaction.open'> | null): void {
      store.write(opening && JSON.stringify({ at: now(), command: opening }));
    },
  };
}
