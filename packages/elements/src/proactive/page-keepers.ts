import { type Keeper, ShownInvites } from './shown-invites.ts';

const memory = Symbol.for('@eyeline/proactive');

/** Two copies of this code follow each other in a page: the button's, and the widget's. */
function remembered(): Map<string, string> {
  const known: unknown = Reflect.get(document, memory);
  if (known instanceof Map) return known;
  const made = new Map<string, string>();
  Reflect.set(document, memory, made);
  return made;
}

function keeperIn(storage: 'localStorage' | 'sessionStorage', key: string): Keeper {
  const name = `${storage}.${key}`;
  return {
    read: () => {
      try {
        return window[storage].getItem(key) ?? remembered().get(name) ?? null;
      } catch {
        return remembered().get(name) ?? null;
      }
    },
    write: text => {
      remembered().set(name, text);
      try {
        window[storage].setItem(key, text);
      } catch {
        // It holds until the page is left.
      }
    },
  };
}

/** This tab's visit in `sessionStorage`, the days in `localStorage`. */
export function shownAt(entryPointId: string): ShownInvites {
  const key = `eyeline.proactive.${entryPointId}`;
  return new ShownInvites(keeperIn('sessionStorage', key), keeperIn('localStorage', key));
}
