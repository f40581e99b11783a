import { describe, expect, test } from 'vitest';
import { createTabStore, type SessionStorage } from './tab-store.ts';

class FakeStorage implements SessionStorage {
  readonly entries = new Map<string, string>();
  touched = 0;
  getItem(key: string): string | null {
    return this.entries.get(key) ?? null;
  }
  setItem(key: string, value: string): void {
    this.touched += 1;
    this.entries.set(key, value);
  }
  removeItem(key: string): void {
    this.touched += 1;
    this.entries.delete(key);
  }
}

const refusing: SessionStorage = {
  getItem: () => {
    throw new DOMException('', 'SecurityError');
  },
  setItem: () => {
    throw new DOMException('', 'QuotaExceededError');
  },
  removeItem: () => {
    throw new DOMException('', 'SecurityError');
  },
};

describe('the token of a visit', () => {
  test('is kept under its own key and taken away again', () => {
    const storage = new FakeStorage();
    const store = createTabStore('eyeline.customer.support', storage);
    expect(store.read()).toBeNull();
    expect(storage.touched).toBe(0);
    store.write('token');
    expect([...storage.entries]).toEqual([['eyeline.customer.support', 'token']]);
    expect(store.read()).toBe('token');
    store.write(null);
    expect(storage.entries.size).toBe(0);
  });

  test.each([
    ['none', null],
    ['one that refuses', refusing],
    ['none that the browser has', undefined],
  ])('with %s: the session goes on without', (_what, storage) => {
    const store = createTabStore('key', storage);
    store.write('token');
    expect(store.read()).toBeNull();
    store.write(null);
  });
});
