import { parseArgs } from 'node:util';
import { callSetup } from './call-setup.ts';
import { queueTheory } from './queue-theory.ts';
import { routing } from './routing.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string' },
    decisions: { type: 'string' },
    customers: { type: 'string' },
    seed: { type: 'string' },
  },
});

const usage = `npm run bench -- call-setup [--rounds 15]   from the accepting click to the first remote frame
npm run bench -- bytes                      what a page loads, and when
npm run bench -- routing [--decisions 400000]         decisions a second, by size
npm run bench -- queue-theory [--customers 80000000] [--seed 20261120]
                                            the engine against Erlang C and A, estimated waits against those that came`;

switch (positionals[0]) {
  case 'call-setup':
    await callSetup(Number(values.rounds ?? 15));
    break;
  case 'routing':
    routing(Number(values.decisions ?? 400_000));
    break;
  case 'queue-theory':
    queueTheory(Number(values.customers ?? 80_000_000), Number(values.seed ?? 20_261_120));
    break;
  default:
    console.error(usage);
    process.exitCode = 2;
}
