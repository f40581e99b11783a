import { randomUUID } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import { type Directory, FinesseError } from '@eyeline/finesse';
import { AgentId, toPlainText } from '@eyeline/protocol';
import type { Logger } from 'pino';
import * as v from 'valibot';
import type { Config } from '../../settings/config.ts';
import { FaultLog } from '../../settings/pace/fault-log.ts';
import { Loop } from '../../settings/pace/loop.ts';
import { ConfigError, checkNames } from '../../settings/parse-config.ts';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import { configSentences } from '../../settings/sentences/config.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { emptyDirectory, type KeptDirectory } from '../../store/kept-directory.ts';
import { UnreadableRecord } from '../../store/read-row.ts';
import type { AccountProfile, Store, UnreadableAccount } from '../../store/store.ts';
import { CiscoAccessHolder } from './cisco-access.ts';
import { FinesseProof, finesseUserOf } from './finesse-proof.ts';
import { mergeDirectory } from './merge-directory.ts';
import { prepareSynchronisation, type Synchronisation } from './synchronisation.ts';

/** Cisco is asked again so soon after it could not be, and slower from there, ms. */
const firstRetryMs = 10_000;

export interface CiscoDirectoryOptions {
  /** What the file says. */
  readonly file: Config;
  readonly store: Pick<Store, 'loadAccounts' | 'loadDirectory' | 'keepDirectory'>;
  readonly log: Logger;
  /** Resolves Cisco's names, where the machine's own resolver must not. */
  readonly lookup?: LookupFunction | undefined;
}

/** Puts a configuration and accounts in force; answers with what a person should know. */
export type Apply = (config: Config, accounts: ReadonlyMap<AgentId, AccountProfile>) => Promise<readonly string[]>;

/** What was done, or would be. */
export interface Outcome extends Pick<Synchronisation, 'difference' | 'faults' | 'notes'> {
  readonly result: 'unchanged' | 'different' | 'synchronised' | 'refused';
}

/**
 * Cisco's agents, teams, skills and queues beside those of the file. What came from Cisco is kept in the store: accounts
 * are there, and both are changed together.
 */
export class CiscoDirectory {
  readonly #options: CiscoDirectoryOptions;
  readonly #cisco: CiscoAccessHolder;
  readonly #proof: FinesseProof;
  #file: Config;
  #kept: KeptDirectory;
  #apply: Apply | undefined;
  #last: Promise<unknown> = Promise.resolve();
  #asking: Promise<unknown> = Promise.resolve();
  readonly #faults: FaultLog;
  readonly #loop: Loop;

  private constructor(options: CiscoDirectoryOptions, kept: KeptDirectory) {
    this.#options = options;
    this.#cisco = new CiscoAccessHolder(options.lookup);
    this.#proof = new FinesseProof(this.#cisco, options.log);
    this.#file = options.file;
    this.#kept = kept;
    this.#faults = new FaultLog({
      log: options.log,
      known: sentenceOf,
      unknown: 'The directory could not be synchronised.',
      over: 'The directory is taken over from Cisco again.',
    });
    const everyMs = () => this.#everyMs ?? 0;
    this.#loop = new Loop({
      turn: () => this.#poll(),
      backoff: {
        firstMs: firstRetryMs,
        get longestMs() {
          return everyMs();
        },
      },
      onFault: error => this.#faults.fault(error),
    });
  }

  static async open(options: CiscoDirectoryOptions): Promise<CiscoDirectory> {
    return new CiscoDirectory(options, (await keptIn(options)) ?? emptyDirectory);
  }

  /**
   * The file and what came from Cisco, together. A file that names what was never brought here makes Cisco be asked first.
   * @throws StartupError when it cannot be used
   */
  async firstConfig(): Promise<Config> {
    try {
      return this.#merge(this.#file);
    } catch (error) {
      if (!(error instanceof ConfigError) || !this.#file.directory || this.#kept.at > 0) throw error;
    }
    try {
      const { faults } = await this.synchronise({ dryRun: false });
      if (faults.length > 0) throw new ConfigError(configSentences.configuration, faults);
    } catch (error) {
      if (error instanceof FinesseError) throw new StartupError(ciscoSentences.namesFromCisco(error.message));
      throw error;
    }
    return this.#merge(this.#file);
  }

  /** From now on what is brought here is put in force, and Cisco is asked again and again. */
  start(apply: Apply): void {
    this.#apply = apply;
    this.#loop.due(this.#everyMs === null ? null : 0);
  }

  /**
   * Another file counts from now on, together with what came from Cisco.
   * @throws ConfigError when the two do not go together; then the one before counts on
   */
  async reconfigure(file: Config): Promise<readonly string[]> {
    return this.#inTurn(async () => {
      const config = this.#merge(file);
      const isOther = JSON.stringify(file.directory) !== JSON.stringify(this.#file.directory);
      const notes = await this.#apply?.(config, await this.#options.store.loadAccounts());
      this.#file = file;
      if (isOther) this.#askAnew();
      return notes ?? [];
    });
  }

  get isConfigured(): boolean {
    return this.#file.directory !== undefined;
  }

  /**
   * Asks Cisco, and does what has to be done; nothing in a dry run.
   * @throws FinesseError or StartupError when Cisco cannot be asked, with the sentence for the administrator
   */
  synchronise({ dryRun }: { readonly dryRun: boolean }): Promise<Outcome> {
    const turn = this.#asking.then(async () => {
      // Cisco may take its time: a file that is saved meanwhile does not wait for it.
      const cisco = toPlainText(await this.#cisco.of(this.#file).readDirectory());
      return this.#inTurn(() => this.#take(cisco, dryRun));
    });
    this.#asking = turn.catch(() => {});
    return turn;
  }

  async #take(cisco: Directory, dryRun: boolean): Promise<Outcome> {
    const { store, log } = this.#options;
    const unreadable: UnreadableAccount[] = [];
    const accounts = await store.loadAccounts(unreadable);
    const newId = () => v.parse(AgentId, randomUUID());
    const prepared = prepareSynchronisation({
      ...{ file: this.#file, kept: this.#kept, accounts, unreadable, cisco, now: Date.now(), newId },
    });
    const { difference, faults, notes } = prepared;
    const isDifferent = difference.changes.length > 0 || prepared.accounts.length > 0;
    if (faults.length > 0) return { result: 'refused', difference, faults, notes };
    if (dryRun) return { result: isDifferent ? 'different' : 'unchanged', difference, faults, notes };
    if (!isDifferent && this.#kept.at > 0) return { result: 'unchanged', difference, faults, notes };
    await store.keepDirectory(prepared.kept, prepared.accounts);
    const applied = await this.#apply?.(prepared.config, await store.loadAccounts());
    // What could not be put in force is a difference next time too.
    this.#kept = prepared.kept;
    log.info(`Taken over from Cisco. Changes: ${difference.changes.length}.`);
    const result = isDifferent ? 'synchronised' : 'unchanged';
    return { result, difference, faults, notes: [...notes, ...(applied ?? [])] };
  }

  /** Gives an agent of UCCX other skills, by their names and levels, and brings the result here. */
  async reskill(ciscoId: string, wanted: Readonly<Record<string, number>>): Promise<Outcome> {
    const { uccx } = this.#cisco.of(this.#file);
    if (!uccx) throw new StartupError(ciscoSentences.uccxMissing);
    const skills = await uccx.skills();
    const list = Object.entries(wanted).map(([name, level]) => {
      const skill = skills.find(each => each.name.trim().toLowerCase() === name.trim().toLowerCase());
      if (!skill)
        throw new FinesseError(
          'invalid-input',
          ciscoSentences.noSkill(
            name,
            skills.map(each => each.name),
          ),
        );
      return { skill, level };
    });
    await uccx.reskill(ciscoId, list);
    return this.synchronise({ dryRun: false });
  }

  /** Whether this account's password is known to Finesse alone. */
  isProvenByFinesse(account: AccountProfile): boolean {
    return finesseUserOf(this.#file, account) !== undefined;
  }

  /** @throws Refusal unless Finesse says that the password is right */
  async prove(account: AccountProfile, password: string): Promise<void> {
    const userId = finesseUserOf(this.#file, account);
    if (userId !== undefined) await this.#proof.check(this.#file, userId, password);
  }

  async close(): Promise<void> {
    const stopped = this.#loop.stop();
    // Whoever waits for Cisco does not hold up the end.
    this.#cisco.close();
    await Promise.all([stopped, this.#asking]);
    await this.#last;
  }

  /** @throws ConfigError */
  #merge(file: Config): Config {
    const { config } = mergeDirectory(file, this.#kept);
    return checkNames(config);
  }

  /** One after the other: what one has seen is still so when it is done. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work);
    this.#last = turn.catch(() => {});
    return turn;
  }

  /** How often Cisco is asked, ms; null: only when somebody says so. */
  get #everyMs(): number | null {
    return this.#file.directory?.everyMs || null;
  }

  /** Another Cisco, maybe: whatever was wrong with the one before says nothing. */
  #askAnew(): void {
    if (this.#everyMs === null) this.#loop.due(null);
    else this.#loop.wake();
  }

  async #poll(): Promise<number | null> {
    if (this.#everyMs === null) return null;
    const { result, faults, difference, notes } = await this.synchronise({ dryRun: false });
    if (result === 'synchronised') for (const note of notes) this.#options.log.warn(note);
    const conflicts = difference.conflicts.map(({ kind, name }) => `${kind} "${name}"`);
    // Asking sooner would change nothing: a person has to.
    if (result === 'refused')
      this.#faults.fault(
        new NotTaken(`What Cisco tells cannot be used, and what was there before stays: ${faults.join('; ')}.`),
      );
    else if (conflicts.length > 0)
      this.#faults.fault(
        new NotTaken(`Not taken over from Cisco: ${conflicts.join(', ')}. "npm run sync -- --dry-run" says why.`),
      );
    else this.#faults.well();
    return this.#everyMs;
  }
}

/** Cisco was asked, and a person has to put something right. */
class NotTaken extends Error {}

function sentenceOf(error: unknown): string | undefined {
  if (error instanceof NotTaken) return error.message;
  if (error instanceof FinesseError || error instanceof StartupError)
    return `The directory stays as it was, for Cisco cannot be asked. ${error.message}`;
  return undefined;
}

/** What cannot be read is as if it had never been brought here: Cisco still has it. */
async function keptIn({ store, log }: CiscoDirectoryOptions): Promise<KeptDirectory | null> {
  try {
    return await store.loadDirectory();
  } catch (error) {
    if (!(error instanceof UnreadableRecord)) throw error;
    log.error(`${error.message} Cisco is asked for all of it again.`);
    return null;
  }
}
