import { parseArgs } from 'node:util';
import { startPostgres } from '@eyeline/testing';
import { MortalServer } from '../eyeline/mortal-server.ts';
import { RoutingRandom } from '../routing-random.ts';
import { Talker } from './talker.ts';

// Kills the server while customers write, again and again, and looks whether every acknowledged message is still there.

const { values } = parseArgs({
  options: {
    postgres: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '20261120' },
  },
});
const customers = 8;
/** A server lives for so many acknowledged messages at most. */
const longestLife = 400;

const random = new RoutingRandom(Number(values.seed));
const postgres = values.postgres ? await startPostgres() : undefined;
const server = await MortalServer.make(postgres?.url);
const talkers = Array.from({ length: customers }, () => new Talker(server.url));
try {
  await server.start();
  for (const talker of talkers) await talker.open();
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    let left = 1 + (random.next() % longestLife);
    let die = () => {};
    const killed = new Promise<void>((resolve, reject) => {
      die = () => void server.kill().then(resolve, reject);
    });
    const onAcknowledged = () => {
      left -= 1;
      if (left === 0) die();
    };
    await Promise.all([killed, ...talkers.map(talker => talker.talk(onAcknowledged))]);
    await server.start();
    for (const talker of talkers) await talker.comeBack();
    const faults = (await Promise.all(talkers.map(talker => talker.faults()))).flat();
    if (faults.length > 0) throw new Error(`After kill ${round} with seed ${values.seed}:\n${faults.join('\n')}`);
  }
  const acknowledged = talkers.reduce((sum, talker) => sum + talker.acknowledged.size, 0);
  const engine = postgres ? 'PostgreSQL' : 'the embedded store';
  console.log(`${values.rounds} kills on ${engine}: each of ${acknowledged} acknowledged messages is there, once.`);
} finally {
  for (const talker of talkers) talker.close();
  await server.remove();
  await postgres?.stop();
}
