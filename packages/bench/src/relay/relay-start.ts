import { randomUUID } from 'node:crypto';
import { EntryPointId, type Fact, InteractionId, ParticipantId, TaskId } from '@eyeline/protocol';
import { createContactCentre, parseConfig } from '@eyeline/server';
import { startPostgres } from '@eyeline/testing';
import { pino } from 'pino';
import * as v from 'valibot';
import { MortalServer } from '../eyeline/mortal-server.ts';
import { request } from '../store-load.ts';
import { table } from '../table.ts';
import { residentBytes } from './process-use.ts';

/** Of those that are stored so many are open: only these have to be in memory. */
const open = 1_000;
const messagesEach = 6;
const atOnce = 200;

/** From the start of the process until it takes customers, and the memory it has then, on an empty store and on a full one. */
export async function relayStart(stored: number): Promise<void> {
  const rows: string[][] = [];
  for (const engine of ['embedded', 'PostgreSQL'] as const) {
    const postgres = engine === 'PostgreSQL' ? await startPostgres() : undefined;
    const server = await MortalServer.make(postgres?.url);
    try {
      // Twice: the first one also makes the store. Each says goodbye: nobody has to wait until a dead one is believed dead.
      await server.start();
      await server.kill('SIGTERM');
      const empty = await startOf(server);
      await fill(server.dataDirectory, postgres?.url, stored);
      rows.push([engine, ...empty, ...(await startOf(server))]);
    } finally {
      await server.remove();
      await postgres?.stop();
    }
  }
  const full = `${stored} stored`;
  console.log(`\nStart with ${stored} stored interactions of ${messagesEach} messages, ${open} of them open\n`);
  console.log(table(['', 'ms, empty', 'MB, empty', `ms, ${full}`, `MB, ${full}`], rows));
}

async function startOf(server: MortalServer): Promise<[ms: string, megabytes: string]> {
  const startedAt = performance.now();
  await server.start();
  const ms = performance.now() - startedAt;
  const megabytes = residentBytes(server.pid) / 2 ** 20;
  await server.kill('SIGTERM');
  return [ms.toFixed(0), megabytes.toFixed(0)];
}

async function fill(dataDirectory: string, databaseUrl: string | undefined, stored: number): Promise<void> {
  const config = parseConfig({ entryPoints: [{ entryPointId: 'support', title: 'Support' }], sfu: { port: 0 } });
  const log = pino({ level: 'silent' });
  const running = await createContactCentre({ config, dataDirectory, databaseUrl, log });
  try {
    for (let count = 0; count < open; count += atOnce)
      await Promise.all(Array.from({ length: atOnce }, () => request(running.centre)));
    const nothing = { inputs: [], commands: [], sessions: [], outside: [], invitations: [], snapshot: null };
    for (let count = open; count < stored; count += atOnce) {
      const logs = Array.from({ length: Math.min(atOnce, stored - count) }, closedLog);
      const interactions = logs.flatMap(([first]) =>
        first ? [{ interactionId: first.interactionId, live: false }] : [],
      );
      await running.centre.store.append({ ...nothing, facts: logs.flat(), interactions });
    }
  } finally {
    await running.close();
  }
}

function closedLog(): readonly Fact[] {
  const interactionId = v.parse(InteractionId, randomUUID());
  const participantId = v.parse(ParticipantId, randomUUID());
  const entryPointId = v.parse(EntryPointId, 'support');
  const taskId = v.parse(TaskId, randomUUID());
  let seq = 0;
  const placed = () => {
    seq += 1;
    return { interactionId, seq, at: Date.now() };
  };
  const text = 'A sentence as people write it in a chat, not long and not short.';
  return [
    { type: 'interaction.opened', ...placed(), entryPointId, taskId, form: { name: 'Zoe' }, domain: 'chat' },
    { type: 'participant.joined', ...placed(), participantId, role: 'customer', name: 'Zoe' },
    ...Array.from({ length: messagesEach }, (): Fact => {
      const messageId = randomUUID() as Fact<'message.sent'>['messageId'];
      return { type: 'message.sent', ...placed(), participantId, messageId, text };
    }),
    { type: 'interaction.closed', ...placed(), participantId, disposition: 'handled' },
  ];
}
