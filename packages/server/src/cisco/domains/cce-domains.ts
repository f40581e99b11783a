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
import { Loop } from '../../settings/pace/loop.ts';
import type { WorkRooms } from '../../work/work-port.ts';
import type { OutsideAgents } from '../external-tasks/outside-agents.ts';
import type { OwnDesks } from '../external-tasks/own-desks.ts';
import { steadyNow } from '../steady-now.ts';
import type { AgentsDesk } from '../voice/agents-desk.ts';
import { type DomainFaults, domainFaultsOf } from './domain-faults.ts';
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

type Command = Extract<RoutableEffect, { readonly type: 'command.send' }>;

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
  readonly #loops = new Map<AgentId, Loop>();
  #rooms: WorkRooms | undefined;
  #faults: DomainFaults | undefined;
  #state: RoutableState;
  #isStopped = false;

  constructor(options: CceDomainsOptions) {
    this.#options = options;
    this.#state = resumeRoutable(options.kept.read(), steadyNow());
  }

  start(rooms: WorkRooms): void {
    this.#rooms = rooms;
    this.#faults = domainFaultsOf(rooms.log, agentId => this.#nameOf(agentId));
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
    for (const loop of this.#loops.values()) void loop.stop();
    this.#options.close();
  }

  #concern(agentId: AgentId): void {
    const rooms = this.#rooms;
    if (!rooms || this.#isStopped) return;
    const occupied = this.#options.config.notRoutable && isOccupied(rooms.work.state, agentId);
    if (!this.#desk(agentId)) {
      if (occupied) this.#faults?.unattended.fault(null, agentId);
      return;
    }
    this.#faults?.unattended.well(agentId);
    const known = this.#loops.get(agentId);
    if ((this.#occupied.get(agentId) ?? false) !== occupied) {
      this.#occupied.set(agentId, occupied);
      this.#decide({ type: 'agent.occupied', agentId, isOccupied: occupied });
    } else if (known) return;
    const loop = known ?? this.#loopOf(agentId);
    this.#loops.set(agentId, loop);
    loop.wake();
  }

  /** Signed in here, or something of ours is on them. */
  #isFollowed(agentId: AgentId): boolean {
    return this.#rooms?.work.state.agentSessions.has(agentId) === true || this.#state.agents[agentId] !== undefined;
  }

  #desk(agentId: AgentId): AgentsDesk | undefined {
    const { agents, desks } = this.#options;
    const username = this.#rooms?.people.accounts.get(agentId)?.username;
    return username === undefined ? undefined : desks.of(agentId, agents.userIdOf(username));
  }

  #loopOf(agentId: AgentId): Loop {
    const { pollMs } = this.#options.config;
    return new Loop({
      turn: async () => {
        const hasCommanded = await this.#poll(agentId);
        if (!this.#isFollowed(agentId)) {
          this.#leave(agentId);
          return null;
        }
        return hasCommanded ? soonMs : pollMs;
      },
      backoff: { firstMs: 2 * pollMs, longestMs: longestPauseMs },
      onFault: error => {
        this.#faults?.following.fault(error, agentId);
        if (!this.#isFollowed(agentId)) this.#leave(agentId);
      },
      onWell: () => this.#faults?.following.well(agentId),
    });
  }

  #leave(agentId: AgentId): void {
    void this.#loops.get(agentId)?.stop();
    this.#loops.delete(agentId);
    this.#shown.delete(agentId);
    this.#faults?.following.leave(agentId);
  }

  /** Whether something was asked for. */
  async #poll(agentId: AgentId): Promise<boolean> {
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
    let hasCommanded = false;
    for (const effect of effects) {
      if (effect.type === 'agent.left')
        this.#rooms?.log.warn(
          `${this.#nameOf(agentId)} is not routable in ${effect.mediaId} after a conversation, and we are done with it: going ready there in Finesse makes them routable again.`,
        );
      else if (isKept) hasCommanded = (await this.#send(desk, agentId, effect)) || hasCommanded;
      else this.#decide({ type: 'command.refused', agentId, token: effect.token });
    }
    if (hasCommanded) void this.#keep(agentId);
    return hasCommanded;
  }

  async #send(desk: AgentsDesk, agentId: AgentId, { mediaId, command, token }: Command): Promise<boolean> {
    try {
      await desk.setRoutable(mediaId, command === 'routable');
      this.#decide({ type: 'command.taken', agentId, token });
      return true;
    } catch (error) {
      // After these nobody knows whether it was done: that is seen at the next look.
      const isUncertain =
        error instanceof FinesseError && ['timed-out', 'connection-lost', 'not-confirmed'].includes(error.code);
      this.#decide({ type: isUncertain ? 'command.taken' : 'command.refused', agentId, token });
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
      this.#faults?.keeping.well();
      return true;
    } catch (error) {
      kept.failed(records);
      this.#faults?.keeping.fault(error);
      return false;
    }
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
