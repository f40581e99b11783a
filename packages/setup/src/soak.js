import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { runInForeground } from './children.js';
import { enter } from './entry.js';
import { elapsed } from './progress.js';
import { projectDirectory } from './project.js';
import { provision } from './provision.js';
import { ProvisionError } from './provision-error.js';
import { soakParts } from './soak-parts.js';

const usage = `npm run soak -- [--minutes 30] [--seed N] [--part NAME]; the parts: ${soakParts.map(part => part.name).join(', ')}`;
const largestSeed = 2 ** 31;

/**
 * A whole number of at least one.
 * @param {string} text
 */
function wholeNumber(text) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) throw new ProvisionError(usage);
  return number;
}

// npm run soak: what takes longer than npm test may, round after round with other seeds, until the time is over or something fails.
enter(async () => {
  const { values } = parseArgs({
    options: { minutes: { type: 'string', default: '30' }, seed: { type: 'string' }, part: { type: 'string' } },
  });
  const minutes = wholeNumber(values.minutes);
  const first = values.seed === undefined ? randomInt(1, largestSeed) : wholeNumber(values.seed);
  const parts = soakParts.filter(({ name }) => values.part === undefined || values.part === name);
  if (parts.length === 0) throw new ProvisionError(usage);
  const machine = await provision(parts.flatMap(part => part.needs));
  const startedAt = Date.now();
  for (let seed = first; ; seed += 1) {
    for (const { name, command, env } of parts) {
      const partAt = Date.now();
      console.log(`\n── ${name}, seed ${seed}`);
      const options = { cwd: projectDirectory, env: { ...machine.env, ...env(seed) } };
      const code = await runInForeground(machine.node, command(seed), options);
      if (code !== 0) {
        console.error(
          `── ${name}: failed after ${elapsed(partAt)}. Again: npm run soak -- --part ${name} --seed ${seed}`,
        );
        return code;
      }
      console.log(`── ${name}: passed after ${elapsed(partAt)}`);
    }
    // A round is gone through as a whole.
    if (Date.now() - startedAt > minutes * 60_000) {
      console.log(`\nSeeds ${first} to ${seed}: all passed after ${elapsed(startedAt)}.`);
      return 0;
    }
  }
});
