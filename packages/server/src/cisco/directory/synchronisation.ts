import { compareDirectories, type Directory, type DirectoryDifference, settleDirectory } from '@eyeline/finesse';
import type { AgentId } from '@eyeline/protocol';
import type { Config } from '../../settings/config.ts';
import { ConfigError, checkNames } from '../../settings/parse-config.ts';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import { StartupError } from '../../settings/startup-error.ts';
import type { KeptDirectory } from '../../store/kept-directory.ts';
import type { Account, AccountProfile, UnreadableAccount } from '../../store/store.ts';
import { accountChanges } from './account-changes.ts';
import { localDirectory } from './local-directory.ts';
import { mergeDirectory } from './merge-directory.ts';
import { selectDirectory } from './select-directory.ts';

export interface SynchronisationInput {
  /** What the file says, with a section `directory`. */
  readonly file: Config;
  readonly kept: KeptDirectory;
  readonly accounts: ReadonlyMap<AgentId, AccountProfile>;
  /** Accounts that are there too, and cannot be read. */
  readonly unreadable: readonly UnreadableAccount[];
  /** As Cisco has just told it. */
  readonly cisco: Directory;
  readonly now: number;
  readonly newId: () => AgentId;
}

/** What synchronising would do: nothing of it is done yet. */
export interface Synchronisation {
  readonly difference: DirectoryDifference;
  /** Why the outcome cannot be used, a line each with its path. Then nothing of it is done. */
  readonly faults: readonly string[];
  readonly notes: readonly string[];
  /** To be stored together. */
  readonly kept: KeptDirectory;
  readonly accounts: readonly Account[];
  /** In force afterwards. */
  readonly config: Config;
}

/** One way: Cisco is never changed, and Eyeline's own is never touched. */
export function prepareSynchronisation({
  file,
  kept,
  accounts,
  unreadable,
  cisco,
  now,
  newId,
}: SynchronisationInput): Synchronisation {
  const { directory, finesse } = file;
  if (!directory) throw new StartupError(ciscoSentences.noDirectory);
  const sections = [finesse?.account, directory.uccx?.account, directory.finesse?.account];
  const wanted = selectDirectory(
    cisco,
    directory,
    sections.flatMap(section => section?.userId ?? []),
  );
  const local = localDirectory(file, kept, accounts.values(), unreadable);
  const difference = compareDirectories(wanted, local);
  const settled = settleDirectory(wanted, local, difference);
  const next: KeptDirectory = {
    skills: [...settled.skills],
    teams: [...settled.teams],
    queues: settled.queues.map(queue => ({ ...queue, skills: { ...queue.skills } })),
    agents: settled.agents.map(agent => ({ ...agent, skills: { ...agent.skills } })),
    disabledAgents: [...settled.disabledAgents],
    at: now,
  };
  const merged = mergeDirectory(file, next);
  const faults = [...emptiness(cisco, kept), ...faultsOf(merged.config)];
  return {
    difference,
    faults,
    notes: merged.notes,
    kept: next,
    accounts: accountChanges(next, accounts, new Set(local.own.unreadableAgents), newId),
    config: merged.config,
  };
}

function faultsOf(config: Config): readonly string[] {
  try {
    checkNames(config);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.faults;
    throw error;
  }
}

/** A contact centre does not lose everybody at once: somebody who may see nobody was asked, or a service that is starting. */
function emptiness(cisco: Directory, kept: KeptDirectory): readonly string[] {
  const isLost = cisco.agents.length === 0 && kept.agents.length > kept.disabledAgents.length;
  return isLost
    ? [
        'Cisco names no agent at all, and nobody is disabled for that: check what the account may see in Cisco Unified CCX Administration > Subsystems > RmCm > Resources, or on UCCE in CCE Administration > Agents',
      ]
    : [];
}
