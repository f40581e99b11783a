import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { projectPath } from './project.js';
import { addReports, emptyReport, readReport } from './report.js';

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
  const testResults = [{ name: projectPath('packages/server/src/a.test.ts'), startTime: 1_000, endTime: 3_500 }];
  const unit = readReport(file('unit.json', { numTotalTests: 8, numPassedTests: 7, numFailedTests: 1, testResults }));
  const stats = { expected: 5, unexpected: 2, flaky: 1, skipped: 3 };
  const spec = { tests: [{ results: [{ duration: 40 }, { duration: 2 }] }] };
  const suites = [{ file: 'chat.spec.ts', specs: [spec], suites: [{ file: 'chat.spec.ts', specs: [spec] }] }];
  const journeys = readReport(file('e2e.json', { stats, suites }));
  expect(addReports(unit, journeys)).toEqual({
    passed: 12,
    failed: 4,
    files: [
      { name: 'packages/server/src/a.test.ts', ms: 2_500 },
      { name: 'e2e/chat.spec.ts', ms: 84 },
    ],
  });
});

test('a runner that left no report has run nothing', () => {
  expect(readReport(join(folder, 'none.json'))).toEqual(emptyReport);
});
