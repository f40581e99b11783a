import { randomUUID } from 'node:crypto';
import type { LookupFunction } from 'node:net';
import {
  Account,
  ChangeLedger,
  createHttp,
  type Directory,
  directoryOfFinesse,
  directoryOfUccx,
  FinesseCluster,
  FinesseError,
  FinesseRest,
  type NetworkOptions,
  UccxAdmin,
  UccxAdminClient,
} from '@eyeline/finesse';
import type { Config } from '../../settings/config.ts';
import { readSecret, readText } from '../../settings/read-secret.ts';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import { StartupError } from '../../settings/startup-error.ts';
import { lookupWithLoopback } from '../loopback-names.ts';

/** Cisco's side, for what is read and proven there. */
export interface CiscoAccess {
  readonly network: NetworkOptions;
  /** Finesse by its service account. */
  readonly cluster: FinesseCluster;
  /** UCCX's administration, where the directory comes from there. */
  readonly uccx: UccxAdmin | undefined;
  /** @throws FinesseError with a sentence for the administrator */
  readDirectory(): Promise<Directory>;
  close(): void;
}

type Credentials = { readonly userId: string; readonly password: string };

/** The one access that there is at a time: made anew when the configuration or a password in its place has changed. */
export class CiscoAccessHolder {
  readonly #lookup: LookupFunction | undefined;
  #held: { readonly key: string; readonly access: CiscoAccess } | undefined;

  constructor(lookup?: LookupFunction | undefined) {
    this.#lookup = lookup;
  }

  /** @throws StartupError when the configuration itself has to be put right */
  of(config: Config): CiscoAccess {
    const wanted = readSections(config);
    const key = JSON.stringify(wanted);
    // An account that was refused stays so until something about it is another: five wrong passwords lock it.
    if (this.#held?.key === key) return this.#held.access;
    this.close();
    const access = openAccess(wanted, this.#lookup);
    this.#held = { key, access };
    return access;
  }

  close(): void {
    this.#held?.access.close();
    this.#held = undefined;
  }
}

type Sections = ReturnType<typeof readSections>;

/** The sections with the passwords that they point to. */
function readSections({ finesse, directory }: Config) {
  if (!finesse) throw new StartupError(ciscoSentences.noFinesse);
  const authorities = finesse.authorities.map((file, index) => readText(file, `finesse.authorities.${index}`));
  const secret = (account: NonNullable<Config['finesse']>['account'], path: string): Credentials => ({
    userId: account.userId,
    password: readSecret(account.password, `${path}.password`),
  });
  const service = secret(finesse.account, 'finesse.account');
  const { uccx, finesse: source } = directory ?? {};
  return {
    ...{ nodes: finesse.nodes, authorities, service },
    uccx: uccx && {
      ...{ origin: uccx.origin, format: uccx.format },
      account: uccx.account ? secret(uccx.account, 'directory.uccx.account') : service,
    },
    source: source && (source.account ? secret(source.account, 'directory.finesse.account') : service),
  };
}

function openAccess(
  { nodes: origins, authorities, service, uccx, source }: Sections,
  lookup: LookupFunction = lookupWithLoopback,
): CiscoAccess {
  const network: NetworkOptions = { authorities, lookup };
  const http = createHttp(network);
  const clusterOf = (account: Credentials) =>
    named('finesse.nodes', () => new FinesseCluster({ origins, account: accountOf(account), http, network }));
  const cluster = clusterOf(service);
  const admin =
    uccx &&
    named('directory.uccx.origin', () => {
      const { origin, format, account } = uccx;
      return new UccxAdmin(new UccxAdminClient({ origin, format, account: accountOf(account), http, network }));
    });
  // Only its changes would need a ledger, and it makes none.
  const rest =
    source &&
    new FinesseRest({
      cluster: source === service ? cluster : clusterOf(source),
      ledger: new ChangeLedger(),
      newRequestId: randomUUID,
    });
  return {
    ...{ network, cluster, uccx: admin },
    readDirectory: async () => {
      if (admin) return readUccx(admin);
      if (rest) return directoryOfFinesse({ users: await rest.users(), teams: await teamsOf(rest) });
      throw new StartupError(ciscoSentences.noDirectory);
    },
    close: () => http.close(),
  };
}

async function readUccx(admin: UccxAdmin): Promise<Directory> {
  const [skills, teams, queues, resources] = [
    await admin.skills(),
    await admin.teams(),
    await admin.queues(),
    await admin.resources(),
  ];
  return directoryOfUccx({ skills, teams, queues, resources });
}

/** Where Finesse has no such list for us, teams are those that users are in. */
async function teamsOf(rest: FinesseRest) {
  try {
    return await rest.teams();
  } catch (error) {
    const isMissing = error instanceof FinesseError && ['not-found', 'secondary-node', 'refused'].includes(error.code);
    if (isMissing) return [];
    throw error;
  }
}

function accountOf({ userId, password }: Credentials): Account {
  return new Account({ kind: 'password', userId, password });
}

/** What is wrong in the configuration is told with its path. */
function named<T>(path: string, work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof FinesseError) throw new StartupError(ciscoSentences.at(path, error.message));
    throw error;
  }
}
