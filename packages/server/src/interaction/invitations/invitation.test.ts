import { describe, expect, test } from 'vitest';
import { type Invitation, standingOf } from './invitation.ts';
import { codeFor, hashOf } from './invitation-code.ts';

const good = { notBefore: null, expiresAt: 1_000, revokedAt: null, uses: 1, usedBy: [] as string[] };
const standing = (change: Partial<Invitation>, now = 500, holder: string | null = null) =>
  standingOf({ ...good, ...change } as Invitation, now, holder);

describe('a link', () => {
  test('is open between its instants', () => {
    expect(standing({ notBefore: 100 }, 99)).toBe('early');
    expect(standing({ notBefore: 100 }, 100)).toBe('open');
    expect(standing({}, 999)).toBe('open');
    expect(standing({}, 1_000)).toBe('expired');
  });

  test('lets in as many as it is for, and those who came by it again', () => {
    expect(standing({ usedBy: ['zoe'] })).toBe('used');
    expect(standing({ usedBy: ['zoe'], uses: 2 })).toBe('open');
    expect(standing({ usedBy: ['zoe'] }, 500, 'zoe')).toBe('open');
    expect(standing({ usedBy: ['zoe'] }, 500, 'mallory')).toBe('used');
    expect(standing({ usedBy: ['zoe'] }, 2_000, 'zoe')).toBe('open');
  });

  test('that was withdrawn lets in nobody', () => {
    expect(standing({ revokedAt: 400, usedBy: ['zoe'] }, 500, 'zoe')).toBe('revoked');
  });
});

test('codes follow from the key, have 96 bits and are written without letters that look alike', () => {
  const key = Buffer.from('a key');
  const codes = Array.from({ length: 500 }, (_, n) => codeFor(key, `invitation-${n}` as never));
  expect(new Set(codes).size).toBe(500);
  for (const code of codes) expect(code).toMatch(/^[1-9A-HJ-NP-Za-km-z]{17}$/);
  expect(codeFor(key, 'invitation-7' as never)).toBe(codes[7]);
  expect(codeFor(Buffer.from('another'), 'invitation-7' as never)).not.toBe(codes[7]);
  expect(hashOf(codes[0] ?? '')).toMatch(/^[0-9a-f]{64}$/);
});
