import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { startPostgres } from '@eyeline/testing';
import { MortalServer } from '../eyeline/mortal-server.ts';
import { RoutingRandom } from '../routing-random.ts';
import { HostileReceiver } from './hostile-receiver.ts';
import { Talker } from './talker.ts';

// Kills the server while customers write and the receiver of a webhook has bad days; in the end everything is there, in order.

const { values } = parseArgs({
  options: {
    postgres: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '10' },
    seed: { type: 'string', default: '20261128' },
  },
});
const customers = 8;
/** A server lives for so many acknowledged messages at most. */
const longestLife = 150;
const longestWaitMs = 120_000;

const random = new RoutingRandom(Number(values.seed));
const postgres = values.postgres ? await startPostgres() : undefined;
const receiver = await HostileReceiver.make(random);
process.env['EYELINE_SOAK_WEBHOOK'] = receiver.secret;
const webhook = { id: 'soak', url: receiver.url, secrets: [{ env: 'EYELINE_SOAK_WEBHOOK' }], allowPrivate: true };
const server = await MortalServer.make(postgres?.url, { webhooks: [{ ...webhook, timeoutMs: 250 }] });
const talkers = Array.from({ length: customers }, () => new Talker(server.url));

/** What waits is sent now: nobody has the time of its schedule. By the socket of commands, as `npm run webhooks` does. */
async function resume(): Promise<void> {
  const { readdir } = await import('node:fs/promises');
  const folder = join(server.dataDirectory, 'control');
  const [name = ''] = await readdir(folder);
  await new Promise<void>((resolve, reject) => {
    const options = { socketPath: join(folder, name), method: 'POST', path: '/api/v1/webhooks/soak/resume' };
    const outgoing = request(options, response => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 200 ? resolve() : reject(new Error(`resume: ${response.statusCode}`)),
      );
    });
    outgoing.once('error', reject);
    outgoing.end();
  });
}

/** What was acknowledged to a customer and did not come here; nothing where all of it did. */
const missing = (): readonly string[] => {
  const texts = new Map(
    [...receiver.taken.values()].flat().map(({ data }) => [`${data.interactionId} ${data.text}`, data.seq]),
  );
  return talkers.flatMap(({ interactionId, acknowledged }) =>
    [...acknowledged].flatMap(([text, seq]) =>
      texts.get(`${interactionId} ${text}`) === seq ? [] : [`"${text}" of ${interactionId} as ${seq}`],
    ),
  );
};

try {
  await server.start();
  for (const talker of talkers) await talker.open();
  for (let round = 1; round <= Number(values.rounds); round += 1) {
    receiver.badness = random.next() % 10;
    let left = 1 + (random.next() % longestLife);
    let die = () => {};
    const killed = new Promise<void>((resolve, reject) => {
      die = () => void server.kill().then(resolve, reject);
    });
    const onAcknowledged = () => {
      left -= 1;
      if (left === 0) die();
      // It goes away in the middle, now and then.
      else if (random.next() % 200 === 0) void receiver.close();
    };
    await Promise.all([killed, ...talkers.map(talker => talker.talk(onAcknowledged))]);
    await receiver.open();
    await server.start();
    await resume();
    for (const talker of talkers) await talker.comeBack();
  }
  receiver.badness = 0;
  const until = performance.now() + longestWaitMs;
  while (missing().length > 0 && performance.now() < until) {
    await resume();
    await sleep(500);
  }
  const faults = [...missing().map(one => `never came: ${one}`), ...receiver.faults];
  if (faults.length > 0) throw new Error(`With seed ${values.seed}:\n${faults.slice(0, 20).join('\n')}`);
  const acknowledged = talkers.reduce((sum, talker) => sum + talker.acknowledged.size, 0);
  const engine = postgres ? 'PostgreSQL' : 'the embedded store';
  console.log(
    `${values.rounds} kills on ${engine}: each of ${acknowledged} acknowledged messages came to the receiver, signed and in ` +
      `its place, in ${receiver.requests} requests; ${receiver.again} came again, word for word.`,
  );
} finally {
  for (const talker of talkers) talker.close();
  await server.remove();
  await receiver.close();
  await postgres?.stop();
}
