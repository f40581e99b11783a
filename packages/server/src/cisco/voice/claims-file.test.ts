import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyBlending } from '@eyeline/finesse';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ClaimsFile } from './claims-file.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'eyeline-claims-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const version = (nextToken: number) => ({ state: { ...emptyBlending(), nextToken }, reasons: {} });
const kept = (): number => JSON.parse(readFileSync(join(directory, 'telephones.json'), 'utf8')).nextToken;

test('what is answered is on the disk, that version or a newer one, and the newest stays', async () => {
  const claims = new ClaimsFile(directory);
  const answers = Array.from({ length: 20 }, async (_, index) => {
    await claims.write(version(index), index % 2 === 0);
    expect(kept()).toBeGreaterThanOrEqual(index);
  });
  await Promise.all(answers);
  expect(kept()).toBe(19);
  expect(new ClaimsFile(directory).read().state.nextToken).toBe(19);
});

test('who takes over reads what is still on its way', async () => {
  const claims = new ClaimsFile(directory);
  void claims.write(version(7), true);
  expect(claims.read().state.nextToken).toBe(7);
  await claims.settled();
  expect(kept()).toBe(7);
});

test('what could not be written is refused, and written when it can be', async () => {
  const claims = new ClaimsFile(directory);
  const obstacle = join(directory, 'telephones.json.new');
  mkdirSync(obstacle);
  await expect(claims.write(version(1), true)).rejects.toThrow('EISDIR');
  rmSync(obstacle, { recursive: true });
  await claims.write(version(1), true);
  expect(kept()).toBe(1);
});
