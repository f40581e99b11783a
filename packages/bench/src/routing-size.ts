import { RoutingLoad } from './routing-load.ts';
import { RoutingRandom } from './routing-random.ts';
import { createSite, signIn } from './routing-site.ts';
import { quantile } from './statistics.ts';

function measure(agents: number, decisions: number) {
  const random = new RoutingRandom(agents);
  const state = createSite(agents, random);
  const load = new RoutingLoad(state, random, 1_700_000_000_000);
  signIn(state, agents, load.now);
  load.now += agents;
  // Everybody busy, and ten waiting for each; nobody who waits is taken out without another one coming.
  for (let index = 0; index < agents * 11; index += 1) {
    load.request();
    load.acceptAll();
  }
  load.decisions = 0;
  run(load, decisions / 5);
  load.isMeasuring = true;
  const start = process.cpuUsage();
  run(load, decisions);
  if (load.served < agents * 0.8)
    throw new Error(`Only ${load.served} of ${agents} agents are busy: that is another load.`);
  const { user, system } = process.cpuUsage(start);
  const { durations } = load;
  const meanUs = (user + system) / durations.length;
  return {
    perSecond: 1e6 / meanUs,
    meanUs,
    p50Us: quantile(durations, 0.5) * 1_000,
    p99Us: quantile(durations, 0.99) * 1_000,
  };
}

/** A task in four decisions: requested, accepted (or declined), ended, wrapped up. */
function run(load: RoutingLoad, decisions: number): void {
  while (load.decisions < decisions) if (!load.step()) throw new Error('Nobody has anything to do.');
  load.decisions = 0;
}

// One size in a process of its own: `node routing-size.ts AGENTS DECISIONS` prints what it costs.
console.log(JSON.stringify(measure(Number(process.argv[2]), Number(process.argv[3]))));
