import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { addReports, readReport } from './report.js';

const folder = mkdtempSync(join(tmpdir(), 'eyeline-report-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/**
 * @param {string} name
 * @param {unknown} content
 */
function file(name, content) {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}

test('the reports of both runners are summed', () => {
  const unit = readReport(file('unit.json', { numTotalTests: 8, numPassedTests: 7, numFailedTests: 1 }));
  const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 3 };
  const journeys = readReport(file('e2e.json', { stats }));
  expect(addReports(unit, journeys)).toEqual({ passed: 12, failed: 4 });
});

test('a runner that left no report has run nothing', () => {
  expect(readReport(join(folder, 'none.json'))).toEqual({ passed: 0, failed: 0 });
});
