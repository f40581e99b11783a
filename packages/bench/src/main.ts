import { parseArgs } from 'node:util';
import { callSetup } from './call-setup.ts';

const { positionals, values } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' } } });

const usage = `npm run bench -- call-setup [--rounds 15]   from the accepting click to the first remote frame
npm run bench -- bytes                      what a page loads, and when`;

switch (positionals[0]) {
  case 'call-setup':
    await callSetup(Number(values.rounds ?? 15));
    break;
  default:
    console.error(usage);
    process.exitCode = 2;
}
