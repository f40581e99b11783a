import type { AgentId } from '@eyeline/protocol';
import type { Logger } from 'pino';
import type { FinesseConfig } from '../../settings/cisco/finesse-config.ts';
import { readSecret, readText } from '../../settings/read-secret.ts';
import type { KeepOutside } from '../kept-outside.ts';
import type { AttachedDesks } from './attached-desks.ts';
import type { FinesseTelephones } from './finesse-telephones.ts';
import { type FinesseOptions, openFinesse } from './open-finesse.ts';
import type { UsernameOf, VoicePort, VoiceRelease, VoiceReservation, VoiceTold } from './voice-port.ts';

/** How long agents may take to be ready again in a system that is left. */
const giveBackMs = 10_000;

export type FinesseSectionOptions = Omit<FinesseOptions, 'after'>;

/** The telephones of the section `finesse`, which may change while conversations go on. */
export class FinesseSection implements VoicePort {
  readonly #options: Omit<FinesseOptions, 'config' | 'after'>;
  readonly #log: Logger;
  #config: FinesseConfig;
  #given: string;
  #telephones: FinesseTelephones;
  #tell: (told: VoiceTold) => void = () => {};
  #usernameOf: UsernameOf = () => undefined;
  #keep: KeepOutside = async () => {};
  #agentIds: readonly AgentId[] | undefined;
  #changing: Promise<void> = Promise.resolve();
  #isClosed = false;

  /** @throws StartupError when the section has to be put right */
  constructor({ config, ...options }: FinesseSectionOptions) {
    // The new telephones of a changed section read what the old ones kept last, be it stored already or not.
    this.#options = options;
    this.#log = options.log;
    this.#config = config;
    this.#given = givenBy(config);
    this.#telephones = openFinesse({ ...this.#options, config });
  }

  get desks(): AttachedDesks {
    return this.#telephones.desks;
  }

  start(tell: (told: VoiceTold) => void, usernameOf: UsernameOf, keep: KeepOutside): void {
    this.#tell = tell;
    this.#usernameOf = usernameOf;
    this.#keep = keep;
    this.#telephones.start(tell, usernameOf, keep);
  }

  watch(agentIds: readonly AgentId[]): void {
    this.#agentIds = agentIds;
    this.#telephones.watch(agentIds);
  }

  reserve(reservation: VoiceReservation): void {
    this.#telephones.reserve(reservation);
  }

  release(release: VoiceRelease): void {
    this.#telephones.release(release);
  }

  /**
   * Another section counts from now on. Whoever is away by us is handed to the new connector; where that one speaks to
   * another system, or of other teams, they are made ready first.
   * @throws StartupError when it has to be put right; then nothing has changed
   */
  async change(config: FinesseConfig): Promise<void> {
    // Opened once to see whether it can be; it is not started, and what is ours is read when its time has come.
    await openFinesse({ ...this.#options, config }).close();
    const given = givenBy(config);
    if (given === this.#given) return;
    const before = this.#changing;
    this.#changing = before.then(() => this.#replace(config, given));
    await this.#changing;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#telephones.close();
    await this.#changing;
  }

  async #replace(config: FinesseConfig, given: string): Promise<void> {
    const old = this.#telephones;
    if (!isSameSystem(this.#config, config)) {
      const left = await old.giveBack(giveBackMs);
      if (left.length > 0)
        this.#log.warn(
          `Not ready in the Finesse that is left, because of a conversation: ${left.join(', ')}. Make them ready there by hand.`,
        );
    }
    if (this.#isClosed) return;
    // From here on the old one changes nothing any more, so that what it kept is what is ours.
    const closed = old.close();
    const next = openFinesse({ ...this.#options, config, after: closed });
    this.#telephones = next;
    this.#config = config;
    this.#given = given;
    next.start(this.#tell, this.#usernameOf, this.#keep);
    if (this.#agentIds) next.watch(this.#agentIds);
    old.desks.moveTo(next.desks);
    await closed;
  }
}

/** All that a section says, with what it points to: a corrected password is a change too. */
function givenBy(config: FinesseConfig): string {
  const secrets = [config.account, ...Object.values(config.agents)].flatMap(({ password }) =>
    password ? textOf(() => readSecret(password, '')) : [],
  );
  const authorities = config.authorities.map(file => textOf(() => readText(file, '')));
  return JSON.stringify({ config, secrets, authorities });
}

/** What nobody needs yet may be missing. */
function textOf(read: () => string): string {
  try {
    return read();
  } catch {
    return '';
  }
}

function isSameSystem(one: FinesseConfig, other: FinesseConfig): boolean {
  return (
    one.nodes.some(node => other.nodes.includes(node)) &&
    JSON.stringify(one.teams ?? []) === JSON.stringify(other.teams ?? [])
  );
}
