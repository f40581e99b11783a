import { FinesseError, provePassword } from '@eyeline/finesse';
import type { Logger } from 'pino';
import { Refusal } from '../../people/refusal.ts';
import type { Config } from '../../settings/config.ts';
import { signInRefusals } from '../../settings/sentences/sign-in.ts';
import { StartupError } from '../../settings/startup-error.ts';
import type { AccountProfile } from '../../store/store.ts';
import type { CiscoAccessHolder } from './cisco-access.ts';
import { WrongPasswords } from './wrong-passwords.ts';

/** The user of Finesse whose password this account is signed in by; undefined: its password is Eyeline's own. */
export function finesseUserOf(
  { finesse, directory }: Config,
  { username, ciscoId }: AccountProfile,
): string | undefined {
  if (ciscoId !== null) return directory ? ciscoId : undefined;
  const [, agent] = Object.entries(finesse?.agents ?? {}).find(([name]) => name.toLowerCase() === username) ?? [];
  return agent?.proof === 'finesse' ? (agent.finesseUserId ?? username) : undefined;
}

/** Passwords that only Finesse knows. They go there and nowhere else: not into the store, not into the log. */
export class FinesseProof {
  readonly #cisco: CiscoAccessHolder;
  readonly #log: Logger;
  readonly #wrong = new WrongPasswords();

  constructor(cisco: CiscoAccessHolder, log: Logger) {
    this.#cisco = cisco;
    this.#log = log;
  }

  /** @throws Refusal unless Finesse says that the password is right */
  async check(config: Config, userId: string, password: string): Promise<void> {
    const key = userId.toLowerCase();
    if (!this.#wrong.begin(key, performance.now())) throw new Refusal('too-many-requests', signInRefusals.tooManyWrong);
    try {
      const { cluster, network } = this.#cisco.of(config);
      await provePassword({ cluster, network, userId, password });
      this.#wrong.right(key);
    } catch (error) {
      if (error instanceof FinesseError && error.code === 'credential-refused') throw await this.#wrongPassword(config);
      const mayHaveCounted = error instanceof FinesseError && ['timed-out', 'connection-lost'].includes(error.code);
      if (!mayHaveCounted) this.#wrong.undecided(key);
      throw this.#refusal(error, userId);
    }
  }

  /** Where some sign in by single sign-on, theirs is never right. */
  async #wrongPassword(config: Config): Promise<Refusal> {
    const { info } = await this.#cisco.of(config).cluster.node();
    return info.signInMode === 'mixed'
      ? new Refusal('wrong-credentials', signInRefusals.wrongOrSingleSignOn)
      : new Refusal('wrong-credentials');
  }

  #refusal(error: unknown, userId: string): unknown {
    if (!(error instanceof FinesseError || error instanceof StartupError)) return error;
    this.#log.error(`${userId} cannot sign in by Finesse: ${error.message}`);
    if (error instanceof FinesseError && error.code === 'single-sign-on')
      return new Refusal('not-allowed', signInRefusals.singleSignOn);
    return new Refusal('server-busy', signInRefusals.finesseSilent);
  }
}
