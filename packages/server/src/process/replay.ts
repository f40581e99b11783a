import { stdout } from 'node:process';
import { parseArgs } from 'node:util';
import { startupSentences } from '../settings/sentences/startup.ts';
import { StartupError } from '../settings/startup-error.ts';
import { openStore } from '../store/open-store.ts';
import { replay } from '../work/replay-decisions.ts';
import { dataDirectoryOf, runProgram } from './command-line.ts';

const usage = `Goes through recorded decisions again and says whether they come out the same.

  --since TIME   from the last snapshot before it on, as 2026-11-20T08:00:00Z (default: 24 hours ago)
  --data DIR     where the embedded store is kept; its server must not run
  --effects      prints every decision and what followed from it, a line of JSON each

DATABASE_URL names a PostgreSQL server to read from instead; its server may run.
`;

const dayMs = 86_400_000;

await runProgram(async () => {
  const { values } = parseArgs({
    options: {
      since: { type: 'string' },
      data: { type: 'string' },
      effects: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    stdout.write(usage);
    return;
  }
  const since = values.since === undefined ? Date.now() - dayMs : Date.parse(values.since);
  if (Number.isNaN(since)) throw new StartupError(startupSentences.noTime(values.since ?? ''));
  const store = await openStore(dataDirectoryOf(values.data), process.env['DATABASE_URL'], { writer: false });
  try {
    const onDecision = values.effects ? (line: object) => stdout.write(`${JSON.stringify(line)}\n`) : () => {};
    const { decisions, from, to, snapshots, outcomes, differences } = replay(
      await store.loadDecisions(since),
      onDecision,
    );
    if (decisions === 0) {
      stdout.write('Nothing was decided in that time.\n');
      return;
    }
    const [first, last] = [from, to].map(at => new Date(at).toISOString());
    stdout.write(`${decisions} decisions from ${first} to ${last}.\n`);
    for (const [name, count] of Object.entries(outcomes)) stdout.write(`${String(count).padStart(10)}  ${name}\n`);
    stdout.write(
      `${snapshots} snapshots on the way: ${differences.length === 0 ? 'each the same.' : 'not the same:'}\n`,
    );
    for (const one of differences) stdout.write(`  decision ${one.number}: ${one.paths.join(', ')}\n`);
    process.exitCode = differences.length === 0 ? 0 : 1;
  } finally {
    await store.close();
  }
});
