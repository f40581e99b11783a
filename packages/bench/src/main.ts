import { parseArgs } from 'node:util';
import { bytes } from './bytes/bytes.ts';
import { callSetup } from './call-setup.ts';

const usage = `npm run bench -- call-setup [--rounds 15]   from the accepting click to the first frame of the other side
npm run bench -- bytes                      what a page loads, and when`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '15' } },
});
const [benchmark] = positionals;
const rounds = Number(values.rounds);

try {
  if (benchmark === 'call-setup' && rounds > 0) await callSetup(rounds);
  else if (benchmark === 'bytes') process.exitCode = bytes() ? 0 : 1;
  else throw new Error(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
