import { existsSync, readFileSync } from 'node:fs';

/**
 * How many tests passed and failed.
 * @typedef {{ passed: number, failed: number }} Report
 */

/**
 * Reads the JSON report of Vitest or Playwright.
 * @param {string} path
 * @returns {Report} nothing at all when there is no report
 */
export function readReport(path) {
  if (!existsSync(path)) return { passed: 0, failed: 0 };
  const report = JSON.parse(readFileSync(path, 'utf8'));
  // Playwright calls a test that passed only when tried again flaky.
  if (report.stats) return { passed: report.stats.expected, failed: report.stats.unexpected + report.stats.flaky };
  return { passed: report.numPassedTests, failed: report.numFailedTests };
}

/**
 * @param {Report} one
 * @param {Report} other
 * @returns {Report}
 */
export function addReports(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}
