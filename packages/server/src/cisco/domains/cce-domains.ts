import {
  decideRoutable,
  domainStandingOf,
  FinesseError,
  type FinesseMedia,
  type RoutableEffect,
  type RoutableInput,
  type RoutableState,
  resumeRoutable,
} from '@eyeline/finesse';
import type { AgentId } from '@eyeline/protocol';
import type { MediaConfig } from '../../settings/cisco/media-config.ts';
import type { WorkRooms } from '../../work/work-port.ts';
import type { OutsideAgents } from '../errands/outside-agents.ts';
import type { OwnDesks } from '../errands/own-desks.ts';
import { steadyNow } from '../steady-now.ts';
import type { AgentsDesk } from '../voice/agents-desk.ts';
import type { KeptRoutable } from './kept-routable.ts';
import { isOccupied } from './occupied.ts';
import type { ShownDomain, ShownDomains } from './shown-domain.ts';

interface CceDomainsOptions {
  readonly config: MediaConfig;
  readonly agents: OutsideAgents;
  readonly desks: OwnDesks;
  readonly kept: KeptRoutable;
  /** Gives connections back. */
  readonly close: () => void;
}

type Wish = Extract<RoutableEffect, { readonly type: 'wish.send' }>;

/** How soon a change is looked for that was asked for, and how seldom an agent is looked at who cannot be, ms. */
const soonMs = 250;
const longestPauseMs = 60_000;
/** In these states an agent has a task of the domain. */
const working = ['active', 'paused', 'interrupted', 'wrapping-up', 'wrapping-up-ready', 'wrapping-up-not-ready'];

/** The agents' media routing domains of CCE: looked at, shown, and made not routable while we leave no room for them. */
export class CceDomains implements ShownDomains {
  readonly #options: CceDomainsOptions;
  readonly #shown = new Map<AgentId, readonly ShownDomain[]>();
  readonly #occupied = new Map<AgentId, boolean>();
  readonly #timers = new Map<AgentId, NodeJS.Timeout>();
  readonly #looking = new Map<AgentId, 'once' | 'again'>();
  readonly #faults = new Map<AgentId, { count: number; said: string }>();
  readonly #left = new Set<AgentId>();
  #rooms: WorkRooms | undefined;
  #state: RoutableState;
  #isStopped = false;

  constructor(options: CceDomainsOptions) {
    this.#options = options;
    this.#state = resumeRoutable(options.kept.read(), steadyNow());
  }

  start(rooms: WorkRooms): void {
    this.#rooms = rooms;
    for (const agentId of rooms.people.accounts.keys()) if (this.#isFollowed(agentId)) this.#concern(agentId);
  }

  /** The agent came, or has something else to do. */
  agentChanged(agentId: AgentId): void {
    this.#concern(agentId);
  }

  of(agentId: AgentId): readonly ShownDomain[] | null {
    return this.#shown.get(agentId) ?? null;
  }

  review(agentId: AgentId): void {
    if (this.#isFollowed(agentId)) this.#concern(agentId);
  }

  stop(): void {
    this.#isStopped = true;
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#options.close();
  }

  #concern(agentId: AgentId): void {
    const rooms = this.#rooms;
    if (!rooms || this.#isStopped) return;
    const occupied = this.#options.config.notRoutable && isOccupied(rooms.work.state, agentId);
    if (!this.#desk(agentId)) {
      if (occupied) this.#sayLeft(agentId);
      return;
    }
    this.#left.delete(agentId);
    const isNew = !this.#timers.has(agentId) && !this.#looking.has(agentId);
    if ((this.#occupied.get(agentId) ?? false) !== occupied) {
      this.#occupied.set(agentId, occupied);
      this.#decide({ type: 'agent.occupied', agentId, isOccupied: occupied });
    } else if (!isNew) return;
    void this.#look(agentId);
  }

  /** Signed in here, or something of ours is on them. */
  #isFollowed(agentId: AgentId): boolean {
    return this.#rooms?.work.state.seats.has(agentId) === true || this.#state.agents[agentId] !== undefined;
  }

  #desk(agentId: AgentId): AgentsDesk | undefined {
    const { agents, desks } = this.#options;
    const username = this.#rooms?.people.accounts.get(agentId)?.username;
    return username === undefined ? undefined : desks.of(agentId, agents.userIdOf(username));
  }

  async #look(agentId: AgentId): Promise<void> {
    if (this.#looking.has(agentId)) {
      this.#looking.set(agentId, 'again');
      return;
    }
    clearTimeout(this.#timers.get(agentId));
    this.#looking.set(agentId, 'once');
    let pauseMs = this.#options.config.pollMs;
    try {
      const hasWished = await this.#lookNow(agentId);
      this.#faults.delete(agentId);
      if (hasWished) pauseMs = soonMs;
    } catch (error) {
      pauseMs = this.#fail(agentId, error);
    }
    if (this.#looking.get(agentId) === 'again') pauseMs = 0;
    this.#looking.delete(agentId);
    if (this.#isStopped) return;
    if (this.#isFollowed(agentId))
      this.#timers.set(
        agentId,
        setTimeout(() => void this.#look(agentId), pauseMs),
      );
    else {
      this.#timers.delete(agentId);
      this.#shown.delete(agentId);
    }
  }

  /** Whether something was asked for. */
  async #lookNow(agentId: AgentId): Promise<boolean> {
    const desk = this.#desk(agentId);
    if (!desk) {
      this.#shown.delete(agentId);
      return false;
    }
    const { domains } = this.#options.config;
    const media = (await desk.media()).filter(
      ({ id, name }) => !domains || domains.includes(id) || domains.includes(name),
    );
    if (this.#isStopped) return false;
    this.#shown.set(agentId, media.map(shownOf));
    if (!this.#options.config.notRoutable && this.#state.agents[agentId] === undefined) return false;
    const views = Object.fromEntries(media.map(({ id, state, isRoutable }) => [id, { state, isRoutable }]));
    const effects = this.#decide({ type: 'media.seen', agentId, media: views });
    const isKept = effects.length === 0 || (await this.#keep(agentId));
    if (this.#isStopped) return false;
    let hasWished = false;
    for (const effect of effects) {
      if (effect.type === 'agent.left')
        this.#rooms?.log.warn(
          `${this.#nameOf(agentId)} is not routable in ${effect.mediaId} after a conversation, and we are done with it: going ready there in Finesse makes them routable again.`,
        );
      else if (isKept) hasWished = (await this.#send(desk, agentId, effect)) || hasWished;
      else this.#decide({ type: 'wish.refused', agentId, token: effect.token });
    }
    if (hasWished) void this.#keep(agentId);
    return hasWished;
  }

  async #send(desk: AgentsDesk, agentId: AgentId, { mediaId, wish, token }: Wish): Promise<boolean> {
    try {
      await desk.setRoutable(mediaId, wish === 'routable');
      this.#decide({ type: 'wish.taken', agentId, token });
      return true;
    } catch (error) {
      // After these nobody knows whether it was done: that is seen at the next look.
      const isUncertain =
        error instanceof FinesseError && ['timed-out', 'connection-lost', 'not-confirmed'].includes(error.code);
      this.#decide({ type: isUncertain ? 'wish.taken' : 'wish.refused', agentId, token });
      throw error;
    }
  }

  #decide(input: RoutableInput): readonly RoutableEffect[] {
    const { state, effects } = decideRoutable(this.#state, input, steadyNow());
    this.#state = state;
    return effects;
  }

  /** Whether it is stored what we do to this agent: nothing is asked of Finesse before. */
  async #keep(agentId: AgentId): Promise<boolean> {
    const { kept } = this.#options;
    const records = kept.changes(this.#state, agentId);
    try {
      await this.#rooms?.interaction.change(change => change.keepOutside(records));
      return true;
    } catch (error) {
      kept.failed(records);
      this.#rooms?.log.error({ err: error }, 'Who is made not routable cannot be kept: look at the store.');
      return false;
    }
  }

  /** Answers with how long to leave the agent alone, ms. */
  #fail(agentId: AgentId, error: unknown): number {
    const { count, said } = this.#faults.get(agentId) ?? { count: 0, said: '' };
    const sentence = error instanceof Error ? error.message : String(error);
    if (sentence !== said && !this.#isStopped)
      this.#rooms?.log.warn(`The domains of ${this.#nameOf(agentId)} cannot be followed. ${sentence}`);
    this.#faults.set(agentId, { count: count + 1, said: sentence });
    return Math.min(longestPauseMs, this.#options.config.pollMs * 2 ** Math.min(count, 6));
  }

  /** Nobody may speak for the agent. */
  #sayLeft(agentId: AgentId): void {
    if (this.#left.has(agentId)) return;
    this.#left.add(agentId);
    this.#rooms?.log.info(
      `${this.#nameOf(agentId)} stays routable for CCE during a conversation: no gadget of theirs is connected in Finesse, and finesse.agents has no password of theirs.`,
    );
  }

  #nameOf(agentId: AgentId): string {
    return this.#rooms?.people.accounts.get(agentId)?.username ?? agentId;
  }
}

const shownOf = (media: FinesseMedia): ShownDomain => ({
  id: media.id,
  name: media.name,
  // How many tasks there are is not in it: with room for one, that one fills it.
  state: domainStandingOf(media, working.includes(media.state) ? 1 : 0),
  routable: media.isRoutable,
});
