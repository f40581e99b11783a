/** One thing that happened, as the page shows it. */
export interface JournalEntry {
  readonly at: number;
  readonly kind: 'state' | 'call' | 'task' | 'request' | 'notification' | 'fault' | 'session' | 'node';
  readonly text: string;
}

const kept = 300;

/** What happened lately. */
export class Journal {
  readonly entries: JournalEntry[] = [];
  readonly #listeners = new Set<(entry: JournalEntry) => void>();

  write(kind: JournalEntry['kind'], text: string): void {
    const entry = { at: Date.now(), kind, text };
    this.entries.push(entry);
    if (this.entries.length > kept) this.entries.shift();
    for (const listener of this.#listeners) listener(entry);
  }

  listen(listener: (entry: JournalEntry) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
