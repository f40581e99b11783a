import {
  type AgentBlending,
  type AgentView,
  type BlendingEffect,
  type BlendingInput,
  type BlendingPolicy,
  type BlendingState,
  decideBlending,
  FinesseError,
  type FinesseUser,
  nextBlendingDeadline,
  refusalOf,
  resumeBlending,
} from '@eyeline/finesse';
import { type AgentId, OfferId } from '@eyeline/protocol';
import type { Logger } from 'pino';
import * as v from 'valibot';
import { FaultLog } from '../../settings/pace/fault-log.ts';
import { Loop } from '../../settings/pace/loop.ts';
import { ciscoSentences } from '../../settings/sentences/cisco.ts';
import type { OutsideRecord } from '../../store/store.ts';
import type { KeepOutside } from '../kept-outside.ts';
import { steadyNow } from '../steady-now.ts';
import type { AttachedDesks } from './attached-desks.ts';
import type { CommandSenders, SentCommand } from './command-sender.ts';
import { isTouched, type KeptVoice } from './kept-voice.ts';
import { shownVoice } from './shown-voice.ts';
import type { UsernameOf, VoiceHold, VoicePort, VoiceRelease, VoiceReport } from './voice-port.ts';

/** What there is of a Finesse. */
export interface FinesseConnection {
  readonly senders: CommandSenders;
  /** Who makes the way of the gadget. */
  readonly desks: AttachedDesks;
  readonly viewOf: (user: FinesseUser) => AgentView;
  /** Reads all agents once more, as soon as may be; they come by `seen`. */
  poll(): void;
  start(): void;
  stop(): Promise<void>;
}

export interface FinesseVoiceChannelsOptions {
  readonly connection: FinesseConnection;
  readonly policy: BlendingPolicy;
  readonly kept: KeptVoice;
  /** Finesse's user id of who signs in to us as this. */
  readonly userIdOf: (username: string) => string;
  readonly log: Logger;
}

const unseen: AgentBlending = { view: { standing: 'unknown' }, hasGadget: false, voiceHold: { phase: 'idle' } };

/** Phones whose state Finesse keeps. What may be done to them is decided by `decideBlending`. */
export class FinesseVoiceChannels implements VoicePort {
  readonly #options: FinesseVoiceChannelsOptions;
  /** By Finesse's user id in lower case, like everything here. */
  readonly #agents = new Map<string, AgentId>();
  #followed: ReadonlySet<AgentId> = new Set();
  readonly #users = new Map<string, FinesseUser>();
  readonly #shown = new Map<string, string>();
  readonly #reasons: Record<string, string>;
  #notify: (report: VoiceReport) => void = () => {};
  #usernameOf: UsernameOf = () => undefined;
  #keepOutside: KeepOutside = async () => {};
  /** Whether what was given to the store last is stored. */
  #stored: Promise<boolean> = Promise.resolve(true);
  readonly #state: BlendingState;
  readonly #clock: Loop;
  readonly #keeping: FaultLog;
  #isStarted = false;
  #isLeaving = false;
  #isClosed = false;

  constructor(options: FinesseVoiceChannelsOptions) {
    this.#options = options;
    const { state, reasons } = options.kept.read();
    // The start reads everybody: the first poll keeps its distance from it.
    const now = steadyNow();
    this.#state = { ...resumeBlending(state, now, options.policy), lastPollAt: now };
    this.#reasons = { ...reasons };
    const { log } = options;
    this.#keeping = new FaultLog({
      log,
      unknown: 'What is done to phones cannot be kept: look at the store.',
      over: 'What is done to phones is kept again.',
    });
    const deciding = new FaultLog({ log, unknown: 'What is due at phones could not be decided.' });
    this.#clock = new Loop({
      turn: () => {
        this.#decide({ type: 'clock.ticked' });
        return null;
      },
      backoff: { firstMs: 1_000, longestMs: 60_000 },
      onFault: error => deciding.fault(error),
      onWell: () => deciding.well(),
      apartMs: 10,
    });
  }

  get desks(): AttachedDesks {
    return this.#options.connection.desks;
  }

  start(notify: (report: VoiceReport) => void, usernameOf: UsernameOf, keep: KeepOutside): void {
    this.#notify = notify;
    this.#usernameOf = usernameOf;
    this.#keepOutside = keep;
  }

  watch(agentIds: readonly AgentId[]): void {
    const isFirst = !this.#isStarted;
    this.#isStarted = true;
    this.#followed = new Set(agentIds);
    for (const agentId of agentIds) {
      const id = this.#userIdOf(agentId);
      if (id !== undefined) this.#show(id, true);
    }
    this.desks.review();
    this.#arrange();
    if (!isFirst) return;
    // What was asked for before cannot be confirmed any more; and whoever is nobody's any more is given back.
    this.lost();
    for (const [id, { voiceHold }] of this.#state.agents)
      if (voiceHold.phase === 'held' && !this.#agents.has(id)) this.#giveBack(id);
    // Only now: the account that listens must be none of theirs.
    this.#options.connection.start();
  }

  hold({ agentId, offerId, reason }: VoiceHold): void {
    const id = this.#userIdOf(agentId);
    if (id === undefined || this.#isLeaving) {
      this.#notify({ type: 'voice.refused', agentId, offerId });
      return;
    }
    this.#reasons[id] = reason;
    const { voiceHold, view } = this.#agent(id);
    // Asked for again, or still held by us for something before.
    if (voiceHold.phase === 'held' && voiceHold.heldAs !== undefined && view.standing === 'not-ready') {
      this.#notify({ type: 'voice.held', agentId, offerId });
      return;
    }
    this.#decide({ type: 'voice-hold.ask', agentId: id, voiceHoldId: offerId });
  }

  release({ agentId }: VoiceRelease): void {
    const id = this.#userIdOf(agentId);
    if (id === undefined) {
      this.#notify({ type: 'voice.changed', agentId, state: 'not-ready', reason: null });
      return;
    }
    const { voiceHold } = this.#agent(id);
    if (voiceHold.phase === 'asked' || voiceHold.phase === 'held')
      this.#decide({ type: 'voice-hold.release', agentId: id, voiceHoldId: voiceHold.voiceHoldId });
    else if (voiceHold.phase === 'idle' || voiceHold.voiceHoldId === undefined) this.#show(id, true);
  }

  /** The gadget of this user's desktop is there, or is not any more. */
  gadget(userId: string, isThere: boolean): void {
    this.#decide({ type: isThere ? 'gadget.came' : 'gadget.went', agentId: userId });
  }

  /** Whether work is ever offered to this user of Finesse. */
  isAgent(userId: string): boolean {
    return this.#agents.has(userId.toLowerCase());
  }

  /** A notification, or what was read, says how an agent is. */
  seen(user: FinesseUser): void {
    const id = user.id.toLowerCase();
    this.#users.set(id, user);
    this.#decide({ type: 'agent.seen', agentId: id, view: this.#options.connection.viewOf(user) });
  }

  /** The notifications are lost. */
  lost(): void {
    this.#decide({ type: 'feed.lost' });
  }

  /** Who has a phone here, and none in the teams of Finesse. */
  unknownAgents(): readonly string[] {
    return [...this.#agents.keys()].filter(id => !this.#users.has(id));
  }

  /** Makes everybody ready whom we hold, and takes nobody any more. Who is not ready after so long is answered. */
  async giveBack(withinMs: number): Promise<readonly string[]> {
    this.#isLeaving = true;
    for (const id of this.#state.agents.keys()) this.#giveBack(id);
    const isAnythingHeld = () => [...this.#state.agents.values()].some(isTouched);
    for (const end = steadyNow() + withinMs; isAnythingHeld() && steadyNow() < end; )
      await new Promise(resolve => setTimeout(resolve, 50));
    return [...this.#state.agents].flatMap(([id, { voiceHold }]) => (voiceHold.phase === 'idle' ? [] : id));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#clock.stop();
    this.desks.close();
    await this.#options.connection.stop();
  }

  /** Finesse's user id of an agent whose phone is followed. */
  voiceChannelOf(agentId: AgentId): string | undefined {
    return this.#followed.has(agentId) ? this.#userIdOf(agentId) : undefined;
  }

  #userIdOf(agentId: AgentId): string | undefined {
    const username = this.#usernameOf(agentId);
    if (username === undefined) return undefined;
    const id = this.#options.userIdOf(username).toLowerCase();
    this.#agents.set(id, agentId);
    return id;
  }

  #giveBack(id: string): void {
    const { voiceHold } = this.#agent(id);
    if (voiceHold.phase === 'asked' || voiceHold.phase === 'held')
      this.#decide({ type: 'voice-hold.release', agentId: id, voiceHoldId: voiceHold.voiceHoldId });
  }

  #agent(id: string): AgentBlending {
    return this.#state.agents.get(id) ?? unseen;
  }

  #decide(input: BlendingInput): void {
    if (this.#isClosed) return;
    const before = 'agentId' in input ? this.#agent(input.agentId) : undefined;
    const { effects, changed } = decideBlending(this.#state, input, steadyNow(), this.#options.policy);
    const after = 'agentId' in input ? this.#agent(input.agentId) : undefined;
    const isSame =
      before !== undefined && before.voiceHold === after?.voiceHold && before.outstanding === after?.outstanding;
    // What follows is told to routing in the same turn, and so is stored together with this.
    const kept = isSame && effects.length === 0 ? this.#stored : this.#keep(changed);
    for (const effect of effects) {
      if (effect.type === 'command.send') void this.#sendWhen(kept, effect);
      else this.#carryOut(effect);
    }
    for (const id of changed) this.#follow(id);
    if (!isSame || effects.length > 0) this.#arrange();
  }

  /** What is not ours any more is let go; and routing hears what the phone shows. */
  #follow(id: string): void {
    const { voiceHold } = this.#agent(id);
    if (voiceHold.phase === 'held' && voiceHold.heldAs === undefined)
      this.#decide({ type: 'voice-hold.release', agentId: id, voiceHoldId: voiceHold.voiceHoldId });
    else this.#show(id);
  }

  /** Whether what we do is stored. Answers come in the order of the calls, and so commands keep theirs. */
  #keep(ids: readonly string[]): Promise<boolean> {
    const records = this.#options.kept.changes({ state: this.#state, reasons: this.#reasons }, ids);
    if (records.length > 0) this.#stored = this.#store(records);
    return this.#stored;
  }

  async #store(records: readonly OutsideRecord[]): Promise<boolean> {
    try {
      await this.#keepOutside(records);
      this.#keeping.well();
      return true;
    } catch (error) {
      this.#options.kept.failed(records);
      this.#keeping.fault(error);
      return false;
    }
  }

  /** Nothing is asked of Finesse of which a restart would know nothing. */
  async #sendWhen(kept: Promise<boolean>, command: SentCommand): Promise<void> {
    const isKept = await kept;
    const { voiceHold } = this.#agent(command.agentId);
    // The store may have taken so long that nobody wants it any more.
    const isWanted = 'token' in voiceHold && voiceHold.token === command.token && steadyNow() < command.expiresAt;
    if (isKept && isWanted && !this.#isClosed) await this.#send(command);
  }

  #carryOut(effect: Exclude<BlendingEffect, SentCommand>): void {
    if (effect.type === 'poll') {
      this.#options.connection.poll();
      return;
    }
    const agentId = this.#agents.get(effect.agentId);
    if (agentId === undefined) return;
    switch (effect.type) {
      case 'voice-hold.held':
        this.#notify({ type: 'voice.held', agentId, offerId: v.parse(OfferId, effect.voiceHoldId) });
        return;
      case 'voice-hold.failed':
        this.#options.log.debug(`The phone of ${effect.agentId} was not taken: ${effect.why}.`);
        this.#notify({ type: 'voice.refused', agentId, offerId: v.parse(OfferId, effect.voiceHoldId) });
        this.#show(effect.agentId, true);
        return;
      case 'voice-hold.released':
        if (this.#agent(effect.agentId).view.standing === 'free') this.#notify({ type: 'voice.released', agentId });
        this.#show(effect.agentId, true);
        return;
      case 'voice-hold.interrupted':
      // What came instead is told as what the phone shows.
    }
  }

  async #send(sent: SentCommand): Promise<void> {
    const { agentId, token, way } = sent;
    const userId = this.#users.get(agentId)?.id ?? agentId;
    try {
      const send = this.#options.connection.senders[way];
      if (!send) throw new FinesseError('not-supported', ciscoSentences.noWay(way));
      await send(userId, sent);
    } catch (error) {
      // Without its notification a command may have come true all the same: that is looked for, in its time.
      if (error instanceof FinesseError && error.code === 'not-confirmed') return;
      if (this.#isClosed) return;
      const reason = error instanceof Error ? error.message : String(error);
      this.#options.log.warn(`The phone of ${userId} could not be changed. ${reason}`);
      this.#decide({ type: 'command.refused', agentId, token, why: refusalOf(error) });
    }
  }

  #show(id: string, isWanted = false): void {
    const agentId = this.#agents.get(id);
    if (agentId === undefined || !this.#isStarted) return;
    const shown = shownVoice(agentId, this.#agent(id), this.#users.get(id), this.#reasons[id]);
    if (!shown) return;
    const text = JSON.stringify(shown);
    if (!isWanted && this.#shown.get(id) === text) return;
    this.#shown.set(id, text);
    this.#notify(shown);
  }

  #arrange(): void {
    const at = nextBlendingDeadline(this.#state, this.#options.policy);
    this.#clock.due(at === undefined ? null : at - steadyNow());
  }
}
