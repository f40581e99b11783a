import { existsSync, readFileSync } from 'node:fs';
import { relative, sep } from 'node:path';
import { projectDirectory } from './project.js';

/**
 * How many tests passed and failed, and how long each file took.
 * @typedef {{ passed: number, failed: number, files: readonly import('./durations.js').Duration[] }} Report
 */

/**
 * A suite of Playwright's: a file, or a group in one.
 * @typedef {object} Suite
 * @property {string} file
 * @property {readonly Suite[]} [suites]
 * @property {readonly { tests: readonly { results: readonly { duration: number }[] }[] }[]} [specs]
 */

/** @type {Report} */
export const emptyReport = { passed: 0, failed: 0, files: [] };

/**
 * Reads the JSON report of Vitest or Playwright.
 * @param {string} path
 * @returns {Report} nothing at all when there is no report
 */
export function readReport(path) {
  if (!existsSync(path)) return emptyReport;
  const report = JSON.parse(readFileSync(path, 'utf8'));
  if (report.stats) {
    /** @type {readonly Suite[]} */
    const suites = report.suites ?? [];
    // Playwright calls a test that passed only when tried again flaky.
    return {
      passed: report.stats.expected,
      failed: report.stats.unexpected + report.stats.flaky,
      files: suites.map(suite => ({ name: `e2e/${suite.file}`, ms: durationOf(suite) })),
    };
  }
  /** @type {readonly { name: string, startTime: number, endTime: number }[]} */
  const files = report.testResults ?? [];
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    files: files.map(({ name, startTime, endTime }) => ({
      name: relative(projectDirectory, name).split(sep).join('/'),
      ms: endTime - startTime,
    })),
  };
}

/**
 * @param {Report} one
 * @param {Report} other
 * @returns {Report}
 */
export function addReports(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    files: [...one.files, ...other.files],
  };
}

/**
 * @param {Suite} suite
 * @returns {number}
 */
function durationOf({ suites = [], specs = [] }) {
  const results = specs.flatMap(spec => spec.tests.flatMap(test => test.results));
  return (
    results.reduce((sum, { duration }) => sum + duration, 0) + suites.reduce((sum, suite) => sum + durationOf(suite), 0)
  );
}
