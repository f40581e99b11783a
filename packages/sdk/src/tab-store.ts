/** What of the browser's Storage a session needs. */
export type SessionStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** One text that is kept between two pages of the same tab. */
export interface TabStore {
  read(): string | null;
  /** Is it kept now? */
  write(text: string | null): boolean;
}

/** The tab's own storage, or that of all tabs of the site; null where the browser forbids it, as in a sandboxed frame. */
export function storageOf(whose: 'sessionStorage' | 'localStorage'): SessionStorage | null {
  try {
    return globalThis[whose] ?? null;
  } catch {
    return null;
  }
}

/** `storage: null` keeps nothing: a reload starts afresh. A storage that is full or forbidden does the same. */
export function createTabStore(key: string, storage: SessionStorage | null = storageOf('sessionStorage')): TabStore {
  return {
    read() {
      try {
        return storage?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    write(text) {
      try {
        if (text === null) storage?.removeItem(key);
        else storage?.setItem(key, text);
        return storage !== null;
      } catch {
        // The session goes on; only a reload will not find it again.
        return false;
      }
    },
  };
}
