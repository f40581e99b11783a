import { randomBytes } from 'node:crypto';
import type { Server as HttpServer } from 'node:http';
import type { LookupFunction } from 'node:net';
import { join } from 'node:path';
import { InteractionId } from '@eyeline/protocol';
import type { OnRoute } from '@eyeline/routing';
import { createSfu } from '@eyeline/sfu';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { renewCallsIn } from '../call/lost-rooms.ts';
import { CiscoDirectory } from '../cisco/directory/cisco-directory.ts';
import { KeptRoutable, oldRoutableFile } from '../cisco/domains/kept-routable.ts';
import { openCceDomains } from '../cisco/domains/open-cce-domains.ts';
import { openTaskRouting } from '../cisco/external-tasks/open-task-routing.ts';
import { lookupWithLoopback } from '../cisco/loopback-names.ts';
import { takeOverFiles } from '../cisco/take-over-file.ts';
import { DemoVoiceChannels } from '../cisco/voice/demo-voice-channels.ts';
import { FinesseSection } from '../cisco/voice/finesse-section.ts';
import { KeptVoice, oldVoiceFile } from '../cisco/voice/kept-voice.ts';
import type { VoicePort } from '../cisco/voice/voice-port.ts';
import { listenForSockets } from '../gateway/sockets.ts';
import type { Ece } from '../http/ece/ece.ts';
import { fileIn } from '../interaction/files/upload.ts';
import { seedAgents } from '../people/accounts.ts';
import { PeopleLog } from '../people/people-log.ts';
import { Tokens } from '../people/tokens.ts';
import type { Config } from '../settings/config.ts';
import { openStarted } from '../store/embedded/embedded-store.ts';
import { type StartedPostgres, startEmbedded } from '../store/embedded/start-embedded.ts';
import { openFiles } from '../store/files/open-files.ts';
import { openStore } from '../store/open-store.ts';
import type { Store } from '../store/store.ts';
import type { ContactCentre } from './contact-centre.ts';
import { demoAgents, demoPasswordCost, demoSupervisor } from './demo.ts';
import { type Readiness, readinessOf } from './health.ts';
import { Metrics } from './metrics.ts';
import { openContactCentre } from './open-contact-centre.ts';
import { SteadyClock } from './steady-clock.ts';

export interface ContactCentreOptions {
  readonly config: Config;
  /** Where the embedded store keeps its files. */
  readonly dataDirectory: string;
  /** A PostgreSQL server instead of the embedded store. */
  readonly databaseUrl?: string | undefined;
  /** The embedded store of `dataDirectory`, whose PostgreSQL was started before. */
  readonly postgres?: StartedPostgres | undefined;
  /** An open store instead of either; it stays its owner's. */
  readonly store?: Store | undefined;
  /** Adds the demo agents. */
  readonly demo?: boolean;
  /** The phone system. Default: that of the configuration; else none, or in the demo phones set by hand. */
  readonly voice?: VoicePort | undefined;
  /** Resolves the names of Cisco's systems. Default: the machine's own resolver, but names under .localhost are its own. */
  readonly lookup?: LookupFunction | undefined;
  /** The integrator's own routing: gets what rules and router proposed, and answers with what shall be done. */
  readonly onRoute?: OnRoute | undefined;
  /** Path of the mediasoup worker; without it calls go from peer to peer alone. */
  readonly workerBin?: string | undefined;
  /** Default: the machine's. */
  readonly clock?: SteadyClock | undefined;
  readonly log: Logger;
  /** Default: its own. */
  readonly metrics?: Metrics | undefined;
}

/** A contact centre that is open for business as soon as it is attached to an HTTP server. */
export interface RunningContactCentre {
  readonly centre: ContactCentre;
  readonly ece: Ece;
  readonly metrics: Metrics;
  /** Whether it can do its work now. */
  readiness(): Promise<Readiness>;
  /** Lets pages connect through this HTTP server, which stays its owner's. */
  attach(httpServer: HttpServer): void;
  /**
   * Another configuration counts from now on, with what came from Cisco. Answers with what a person should know.
   * @throws ConfigError when it cannot be used; then the one before counts on
   */
  reconfigure(config: Config): Promise<readonly string[]>;
  /** Resolves when another server has taken over the store, with what a person should know. Only `close` is of use then. */
  readonly lost: Promise<string>;
  /** Sends the pages away, stores what there is, and gives everything back. */
  close(): Promise<void>;
}

/** @throws StartupError when the store cannot be opened */
export async function createContactCentre(given: ContactCentreOptions): Promise<RunningContactCentre> {
  const options = { ...given, lookup: given.lookup ?? lookupWithLoopback };
  const { log } = options;
  const closers: (() => Promise<unknown>)[] = [];
  const close = async () => {
    for (const one of closers.splice(0).reverse()) await one();
  };
  try {
    const store = options.store ?? (await openOwnStore(options));
    if (!options.store) closers.push(() => store.close());
    if (options.demo) await seedAgents(store, [...demoAgents, demoSupervisor], demoPasswordCost);
    const directory = await CiscoDirectory.open({ file: options.config, store, log, lookup: options.lookup });
    closers.push(() => directory.close());
    const config = await directory.firstConfig();
    const { secret, ...lifetimes } = config.tokens;
    const key = secret ?? (await store.secret('tokens', () => randomBytes(48).toString('base64')));
    let open: ContactCentre | undefined;
    const onRoomsLost = (roomIds: readonly string[]) => open && renewCallsIn(open, roomIds);
    const sfu = await createSfu({ ...config.sfu, workerBin: options.workerBin, log, onRoomsLost });
    closers.push(() => sfu.close());
    const metrics = options.metrics ?? new Metrics();
    const clock = options.clock ?? new SteadyClock();
    const tokens = new Tokens({ secret: key, ...lifetimes, now: () => clock.now() });
    const { dataDirectory } = options;
    const files = [oldVoiceFile, oldRoutableFile];
    const ours = config.finesse ? await takeOverFiles({ store, dataDirectory, log, files }) : [];
    const voice = options.voice ?? voiceChannelsOf(options, new KeptVoice(ours, log));
    const { onRoute } = options;
    const attached = () => voice?.desks;
    const cisco = config.finesse && { ...options, attached, config: config.finesse };
    const taskRouting = cisco && openTaskRouting(cisco);
    const domains = cisco && openCceDomains({ ...cisco, kept: new KeptRoutable(ours, log) });
    const outside = { voice, taskRouting, domains, directory };
    const peopleLog = new PeopleLog({ log, secret: key, onPeople: metrics.onPeople });
    const isDemo = options.demo ?? false;
    const { onCommit, onWebhook } = metrics;
    const seen = { onRoute, onCommit, onWebhook, peopleLog, isDemo };
    const kept = openFiles({ ...options, files: config.files, store });
    const mailFolder = join(dataDirectory, 'mails');
    const parts = { config, store, files: kept, mailFolder, sfu, tokens, clock, log, ...seen, ...outside };
    const opened = await openContactCentre(parts);
    const { centre, ece } = opened;
    open = centre;
    await settleFiles(centre);
    const left = isDemo ? [] : [...centre.people.accounts.values()].filter(one => one.isDemo).map(one => one.username);
    if (left.length > 0)
      log.warn(
        `Accounts of the demo cannot sign in without --demo: ${left.join(', ')}. Reset their passwords to keep them.`,
      );
    closers.push(opened.close);
    // First of all, so that nothing is put in force while the rest ends.
    closers.push(() => directory.close());
    directory.start(async (next, accounts) => {
      const notes = await centre.reconfigure(next, accounts);
      await centre.interaction.change(change => centre.people.retireDisabled(change));
      return notes;
    });
    metrics.observe(centre);
    const attach = (httpServer: HttpServer) => {
      const sockets = listenForSockets({
        rooms: centre,
        httpServer,
        onCommand: metrics.onCommand,
        counts: metrics.sockets,
      });
      metrics.observeSockets(sockets);
      closers.push(async () => sockets.close());
    };
    const { lost } = store;
    const readiness = () => readinessOf(centre);
    return { centre, ece, metrics, attach, readiness, reconfigure: file => directory.reconfigure(file), lost, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function openOwnStore({ config, dataDirectory, databaseUrl, postgres, log }: ContactCentreOptions): Promise<Store> {
  // Shorter than what waits for it, so that those who wait hear why.
  if (databaseUrl) return openStore(dataDirectory, databaseUrl, { timeoutMs: config.limits.timeoutMs / 2 });
  const started = postgres ?? startEmbedded(dataDirectory, process.env['EYELINE_STORE_TEMPLATE']);
  if (started.isNew) log.info(`Making a new store in ${dataDirectory}; this takes some seconds.`);
  return openStarted(started);
}

/** What a server was taking when it died is in a log, or nobody's. */
const settleFiles = ({ files, interaction }: ContactCentre): Promise<void> =>
  files.settle(async (interactionId, fileId) => {
    const known = v.safeParse(InteractionId, interactionId);
    const log = known.success ? await interaction.logs.find(known.output, interaction.now()) : undefined;
    return fileIn(log, fileId) !== undefined;
  });

function voiceChannelsOf(options: ContactCentreOptions, kept: KeptVoice): VoicePort | undefined {
  const { config, demo, log, lookup } = options;
  if (config.finesse) return new FinesseSection({ config: config.finesse, kept, log, lookup });
  return demo ? new DemoVoiceChannels() : undefined;
}
