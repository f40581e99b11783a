import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createContactCentre, parseConfig } from '@eyeline/server';
import { startPostgres } from '@eyeline/testing';
import { pino } from 'pino';
import { type Span, saturated, steady, type Visit } from './store-arrivals.ts';
import { request, serve, signInAgents } from './store-load.ts';
import { type MachineUse, watchMachine } from './store-machine.ts';
import { type Trip, Trips } from './store-trips.ts';

export type Engine = 'PGlite' | 'PostgreSQL';

/** One request from the instant it was due to its offer on disk; instants on the clock of `performance.now()`. */
export interface Journey {
  readonly dueAt: number;
  readonly begunAt: number;
  readonly trip: Trip | null;
  readonly notifiedAt: number;
}

export interface StoreRun {
  readonly journeys: readonly Journey[];
  readonly unmatched: number;
  readonly trips: Trips;
  readonly use: MachineUse;
}

/** `arrive` lets visits come, in whatever rhythm. */
export type Arrive = (visit: Visit, span: Span) => Promise<void>;

export const arriveSteadily =
  (perSecond: number): Arrive =>
  (visit, span) =>
    steady(perSecond, visit, span);

export const arriveAtOnce =
  (outstanding: number): Arrive =>
  (visit, span) =>
    saturated(outstanding, visit, span);

/** A contact centre of its own: what an overload leaves behind must not slow the next one down. */
export async function runStore(engine: Engine, agents: number, arrive: Arrive, span: Span): Promise<StoreRun> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'eyeline-bench-'));
  const postgres = engine === 'PostgreSQL' ? await startPostgres() : undefined;
  const config = parseConfig({
    entryPoints: [{ entryPointId: 'support', title: 'Support' }],
    // An offer that comes late under overload is still taken.
    routing: { agentDefaults: { domains: { chat: 1 } }, policy: { offerTimeoutMs: 600_000 } },
    sfu: { port: 0 },
  });
  const log = pino({ level: 'silent' });
  const running = await createContactCentre({ config, dataDirectory, databaseUrl: postgres?.url, log });
  try {
    await signInAgents(running.centre, agents);
    return await measure(running.centre, arrive, span);
  } finally {
    await running.close();
    await postgres?.stop();
    await rm(dataDirectory, { recursive: true });
  }
}

async function measure(centre: Parameters<typeof request>[0], arrive: Arrive, span: Span): Promise<StoreRun> {
  const trips = new Trips(centre);
  const journeys: Journey[] = [];
  let unmatched = 0;
  let stopWatching: (() => MachineUse) | undefined;
  const countsFrom = performance.now() + span.warmUpMs;
  await arrive(async dueAt => {
    const begunAt = performance.now();
    const counts = dueAt >= countsFrom;
    if (counts && !stopWatching) {
      trips.reset();
      stopWatching = watchMachine();
    }
    const pending = request(centre);
    const { last: trip } = trips;
    const requested = await pending;
    const notifiedAt = performance.now();
    if (counts && requested.offer) journeys.push({ dueAt, begunAt, trip, notifiedAt });
    else if (counts) unmatched += 1;
    await serve(centre, requested);
  }, span);
  if (!stopWatching) throw new Error('Nobody came after the warm-up.');
  const use = stopWatching();
  trips.stop();
  return { journeys, unmatched, trips, use };
}
