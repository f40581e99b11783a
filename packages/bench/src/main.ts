import { parseArgs } from 'node:util';
import { blending } from './blending/blending.ts';
import { bytes } from './bytes/bytes.ts';
import { callSetup } from './call-setup.ts';
import { queueTheory } from './queue-theory.ts';
import { rejoin } from './rejoin.ts';
import { relay } from './relay/relay.ts';
import { routing } from './routing.ts';
import { store } from './store.ts';
import { widget } from './widget/widget.ts';

const usage = `npm run bench -- call-setup [--rounds 15]   from the accepting click to the first frame of the other side
npm run bench -- rejoin [--rounds 15]       from a reload, or the end of the media server, to the next first frame
npm run bench -- bytes                      what a page loads, and when
npm run bench -- widget [--rounds 15] [--messages 5000]
                                            bytes beside other widgets, long tasks, shifts, a long conversation
npm run bench -- routing [--decisions 400000]   decisions a second, by size
npm run bench -- blending [--changes 300] [--seconds 20]
                                            an agent taken off voice beside a bare client; 400 agents followed
npm run bench -- store [--postgres] [--seconds 30] [--rates 500,1000,2000,5000]
                                            matches on disk a second, how long from the request to the offer, and why
npm run bench -- relay [--seconds 6] [--sizes 100,500,1000,5000] [--stored 100000]
                                            durable acknowledged messages beside bare socket.io, on both stores
npm run bench -- queue-theory [--customers N] [--seed 20261120]
                                            the engine against Erlang C and A, estimated waits against those that came`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    messages: { type: 'string', default: '5000' },
    changes: { type: 'string', default: '300' },
    seconds: { type: 'string' },
    rounds: { type: 'string', default: '15' },
    decisions: { type: 'string', default: '400000' },
    customers: { type: 'string', default: 'Infinity' },
    postgres: { type: 'boolean', default: false },
    rates: { type: 'string', default: '500,1000,2000,5000' },
    sizes: { type: 'string', default: '100,500,1000,5000' },
    stored: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '20261120' },
  },
});
const [benchmark] = positionals;
const rounds = Number(values.rounds);
const decisions = Number(values.decisions);
const changes = Number(values.changes);
const defaultSeconds: Record<string, number> = { store: 30, relay: 6 };
const seconds = Number(values.seconds ?? defaultSeconds[benchmark ?? ''] ?? 20);
const customers = Number(values.customers);
const messages = Number(values.messages);
const stored = Number(values.stored);
const sizes = values.sizes.split(',').map(Number);
const rates = values.rates.split(',').map(Number);

try {
  if (benchmark === 'call-setup' && rounds > 0) await callSetup(rounds);
  else if (benchmark === 'rejoin' && rounds > 0) await rejoin(rounds);
  else if (benchmark === 'bytes') process.exitCode = bytes() ? 0 : 1;
  else if (benchmark === 'widget' && rounds > 0 && messages >= 0) await widget(rounds, messages);
  else if (benchmark === 'routing' && decisions > 0) routing(decisions);
  else if (benchmark === 'blending' && changes > 0 && seconds > 0) await blending(changes, seconds);
  else if (benchmark === 'store' && seconds > 0 && rates.every(rate => rate > 0))
    await store({ engine: values.postgres ? 'PostgreSQL' : 'PGlite', seconds, rates });
  else if (benchmark === 'relay' && seconds > 0 && sizes.every(size => size >= 0) && stored >= 0)
    await relay({ seconds, sizes, stored });
  else if (benchmark === 'queue-theory' && customers > 0) queueTheory(customers, Number(values.seed));
  else throw new Error(usage);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
