import type { AgentId } from '@eyeline/protocol';
import type { Logger } from 'pino';
import type { FinesseConfig } from '../../settings/cisco/finesse-config.ts';
import { readSecret, readText } from '../../settings/read-secret.ts';
import type { KeepOutside } from '../kept-outside.ts';
import type { AttachedDesks } from './attached-desks.ts';
import type { FinesseVoiceChannels } from './finesse-voice-channels.ts';
import { type FinesseOptions, openFinesse } from './open-finesse.ts';
import type { UsernameOf, VoiceHold, VoicePort, VoiceRelease, VoiceReport } from './voice-port.ts';

/** How long agents may take to be ready again in a system that is left. */
const giveBackMs = 10_000;

export type FinesseSectionOptions = Omit<FinesseOptions, 'after'>;

/** The phones of the section `finesse`, which may change while conversations go on. */
export class FinesseSection implements VoicePort {
  readonly #options: Omit<FinesseOptions, 'config' | 'after'>;
  readonly #log: Logger;
  #config: FinesseConfig;
  #given: string;
  #voiceChannels: FinesseVoiceChannels;
  #notify: (report: VoiceReport) => void = () => {};
  #usernameOf: UsernameOf = () => undefined;
  #keep: KeepOutside = async () => {};
  #agentIds: readonly AgentId[] | undefined;
  #changing: Promise<void> = Promise.resolve();
  #isClosed = false;

  /** @throws StartupError when the section has to be put right */
  constructor({ config, ...options }: FinesseSectionOptions) {
    // The new phones of a changed section read what the old ones kept last, be it stored already or not.
    this.#options = options;
    this.#log = options.log;
    this.#config = config;
    this.#given = givenBy(config);
    this.#voiceChannels = openFinesse({ ...this.#options, config });
  }

  get desks(): AttachedDesks {
    return this.#voiceChannels.desks;
  }

  start(notify: (report: VoiceReport) => void, usernameOf: UsernameOf, keep: KeepOutside): void {
    this.#notify = notify;
    this.#usernameOf = usernameOf;
    this.#keep = keep;
    this.#voiceChannels.start(notify, usernameOf, keep);
  }

  watch(agentIds: readonly AgentId[]): void {
    this.#agentIds = agentIds;
    this.#voiceChannels.watch(agentIds);
  }

  hold(hold: VoiceHold): void {
    this.#voiceChannels.hold(hold);
  }

  release(release: VoiceRelease): void {
    this.#voiceChannels.release(release);
  }

  /**
   * Another section counts from now on. An agent who is not ready by us is handed to the new connector; where that one speaks to
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
    await this.#voiceChannels.close();
    await this.#changing;
  }

  async #replace(config: FinesseConfig, given: string): Promise<void> {
    const old = this.#voiceChannels;
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
    this.#voiceChannels = next;
    this.#config = config;
    this.#given = given;
    next.start(this.#notify, this.#usernameOf, this.#keep);
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
