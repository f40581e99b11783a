import { createTabStore, type SessionStorage, storageOf, type TabStore } from '../tab-store.ts';

/** In the tab's storage, where a token could be: it is in the conversation that all tabs of the site have. */
export const joined = '+';

/** The token of a visit: all tabs of a site have it while the conversation goes on, those that saw the end from there on. */
export interface VisitStore {
  readonly tab: TabStore;
  readonly site: TabStore;
  /** Where this tab goes on. */
  read(): string | null;
  /** A conversation was opened here. */
  write(token: string | null): void;
  /** Nothing of it stays behind; what another tab has begun meanwhile does. */
  forget(token: string | null): void;
}

/** A `storage` of the page's own is all that is used. */
export function createVisitStore(key: string, storage?: SessionStorage | null): VisitStore {
  const tab = createTabStore(key, storage);
  const site = createTabStore(key, storage === undefined ? storageOf('localStorage') : null);
  return {
    tab,
    site,
    read() {
      const own = tab.read();
      return own && own !== joined ? own : site.read();
    },
    write: token => void tab.write(site.write(token) ? joined : token),
    forget(token) {
      if (site.read() === token) site.write(null);
      tab.write(null);
    },
  };
}
