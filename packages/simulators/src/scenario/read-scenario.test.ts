import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { defaultScenario } from './default-scenario.ts';
import { Fault } from './fault.ts';
import { parseScenario, readScenario } from './read-scenario.ts';

const guide = readFileSync(new URL('../../GUIDE.md', import.meta.url), 'utf8');

describe('a scenario', () => {
  test('has defaults', () => {
    const { deployment, ports, timings, uncertain } = parseScenario(defaultScenario);
    expect([deployment, ports.a, timings.presenceMs, uncertain.websocketPaths]).toEqual([
      'UCCX',
      8445,
      60_000,
      ['/ws/', '/ws'],
    ]);
  });

  test('is read from a file, as the guide shows it', () => {
    const text = /```json\n([\s\S]*?)```/.exec(guide)?.[1] ?? '';
    const home = mkdtempSync(join(tmpdir(), 'eyeline-scenario-'));
    const path = join(home, 'scenario.json');
    writeFileSync(path, text);
    expect(readScenario(path)).toMatchObject({ seed: 7, timeline: [{ atMs: 10_000 }, { user: '1101' }, { call: {} }] });
    writeFileSync(path, text.slice(1));
    expect(() => readScenario(path)).toThrow(/scenario\.json is no JSON file/);
    rmSync(home, { recursive: true });
  });

  test.each([
    [{ seed: 'x' }, /^The scenario needs a correction: seed: /],
    [{ sed: 1 }, /sed/],
    [{ users: [...defaultScenario.users, defaultScenario.users[0]] }, /users: 1001 is there twice/],
    [{ feeds: [{ id: '1', name: 'Feed', domain: '77' }] }, /there is no domain 77/],
    [{ timeline: [{ atMs: 1, fault: { type: 'rain' } }] }, /timeline\.0/],
  ])('names the place of a mistake: %j', (changes, sentence) => {
    expect(() => parseScenario({ ...defaultScenario, ...changes })).toThrow(sentence);
  });

  test('may order every fault that the guide names, and no other', () => {
    const rows = guide
      .slice(guide.indexOf('## Faults'), guide.indexOf('## Over HTTP'))
      .split('\n')
      .filter(line => line.startsWith('| `'));
    const named = rows.flatMap(row =>
      [...(row.split('|')[1] ?? '').matchAll(/`([a-z-]+)`/g)].map(([, name = '']) => name),
    );
    const full = named
      .filter(name => !['ms', 'status', 'page'].includes(name))
      .map(name => (name.startsWith('-') ? `notification${name}` : name));
    expect(full.sort()).toEqual(Fault.options.map(option => option.entries.type.literal).sort());
  });
});
