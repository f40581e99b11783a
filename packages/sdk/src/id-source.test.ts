import { afterEach, expect, test, vi } from 'vitest';
import { randomIds, uuid } from './id-source.ts';

const version4 = /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;

afterEach(() => vi.unstubAllGlobals());

test.each(['with', 'without'] as const)('%s crypto.randomUUID every id is another random UUID', how => {
  if (how === 'without') vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) });
  const ids = Array.from({ length: 200 }, uuid);
  expect(new Set(ids).size).toBe(200);
  for (const id of [...ids, randomIds.callId(), randomIds.commandId()]) expect(id).toMatch(version4);
});
