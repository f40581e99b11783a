import type { Store, StoredFile } from '../store.ts';

/**
 * Where the contents of files are. What was added and is in no log, because the server died in between, is nobody's: it is
 * removed at the next start unless it is found to be in one.
 */
export interface FileStore {
  /** On disk when it resolves. */
  add(file: StoredFile): Promise<void>;
  /** It is in its conversation's log now. */
  keep(interactionId: string, fileId: string): Promise<void>;
  /** It came into no log. */
  drop(interactionId: string, fileId: string): Promise<void>;
  load(interactionId: string, fileId: string): Promise<Uint8Array | null>;
  /** Goes through what an earlier server left between `add` and `keep`. */
  settle(isShared: (interactionId: string, fileId: string) => Promise<boolean>): Promise<void>;
}

/** Beside everything else: for a PostgreSQL server, which several servers share. What nobody came to keep stays as it is there. */
export const filesIn = (store: Pick<Store, 'addFile' | 'loadFile' | 'removeFile'>): FileStore => ({
  add: file => store.addFile(file),
  keep: async () => {},
  drop: (interactionId, fileId) => store.removeFile(interactionId, fileId),
  load: (interactionId, fileId) => store.loadFile(interactionId, fileId),
  settle: async () => {},
});
