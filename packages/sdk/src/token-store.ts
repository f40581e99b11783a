/** What of the browser's Storage a session needs. */
export type SessionStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Where the token of a visit is kept between two pages. */
export interface TokenStore {
  read(): string | null;
  write(token: string | null): void;
}

/** The tab's own storage; null where the browser forbids it, as in a sandboxed frame. */
function storageOfTab(): SessionStorage | null {
  try {
    return sessionStorage;
  } catch {
    return null;
  }
}

/** `storage: null` keeps nothing: a reload starts afresh. A storage that is full or forbidden does the same. */
export function createTokenStore(key: string, storage: SessionStorage | null = storageOfTab()): TokenStore {
  return {
    read() {
      try {
        return storage?.getItem(key) ?? null;
      } catch {
        return null;
      }
    },
    write(token) {
      try {
        if (token === null) storage?.removeItem(key);
        else storage?.setItem(key, token);
      } catch {
        // The session goes on; only a reload will not find it again.
      }
    },
  };
}
