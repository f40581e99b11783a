import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { durationTable } from './durations.js';
import { enter } from './entry.js';
import { elapsed } from './progress.js';
import { provision } from './provision.js';
import { ProvisionError } from './provision-error.js';
import { addReports, emptyReport, readReport } from './report.js';
import { runTask, tasks } from './task.js';

const unitReporters = ['--reporter=default', '--reporter=json'];

// npm test: everything that must hold, in the order of what is quick to know. The last line is the sum of the tests.
enter(async () => {
  const reports = mkdtempSync(join(tmpdir(), 'eyeline-test-'));
  const unitReport = join(reports, 'unit.json');
  const journeyReport = join(reports, 'e2e.json');
  /** @type {{ name: string, task: import('./task.js').Task, args?: string[], env?: NodeJS.ProcessEnv, report?: string }[]} */
  const steps = [
    { name: 'types', task: tasks.types },
    { name: 'lint', task: tasks.lint },
    {
      name: 'unit tests',
      task: tasks.unit,
      args: [...unitReporters, `--outputFile.json=${unitReport}`],
      report: unitReport,
    },
    { name: 'build', task: tasks.build },
    {
      name: 'browser journeys',
      task: tasks.e2e,
      args: ['--reporter=list,json'],
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: journeyReport },
      report: journeyReport,
    },
  ];
  let sum = emptyReport;
  /** @type {import('./durations.js').Duration[]} */
  const durations = [];
  let code = 0;
  try {
    const provisionedAt = Date.now();
    const machine = await provision(steps.flatMap(step => step.task.needs));
    durations.push({ name: 'installing', ms: Date.now() - provisionedAt });
    for (const { name, task, args, env, report } of steps) {
      console.log(`\n── ${name}`);
      const startedAt = Date.now();
      code = await runTask(task, machine, args, env);
      durations.push({ name, ms: Date.now() - startedAt });
      if (report) sum = addReports(sum, readReport(report));
      console.log(`── ${name}: ${code === 0 ? 'passed' : `failed (code ${code})`} after ${elapsed(startedAt)}`);
      if (code !== 0) break;
    }
  } catch (error) {
    code = 1;
    console.error(error instanceof ProvisionError ? error.message : error);
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  // A step that fails without a failed test, such as the types, is one failure.
  if (code !== 0 && sum.failed === 0) sum = { ...sum, failed: 1 };
  if (durations.length > 0) console.log(`\n${durationTable(durations, sum.files)}`);
  console.log(`\n${sum.passed} passed, ${sum.failed} failed`);
  return code === 0 && sum.failed > 0 ? 1 : code;
});
