import type { ParticipantId } from '@eyeline/protocol';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import type { Identity } from '../people/identity.ts';
import { absentCloseMs } from '../settings/config.ts';
import { botIn } from './bots/bot-standing.ts';
import { closeInteraction, isWaiting, taskOf } from './closing.ts';
import type { WorkRooms } from './work-port.ts';

/** How often somebody whose call goes on is looked at, who has been absent for too long, in ms. */
const callCheckMs = 30_000;
/** setTimeout's own limit. */
const longestTimerMs = 2 ** 31 - 1;

/** Notices who is there and who is gone, and draws the consequences after a while. */
export class Presence {
  readonly #rooms: WorkRooms;
  readonly #timers = new Map<ParticipantId, Set<NodeJS.Timeout>>();

  constructor(rooms: WorkRooms) {
    this.#rooms = rooms;
  }

  arrived(identity: Identity): void {
    const { participantId } = identity;
    const rooms = this.#rooms;
    this.#stopTimers(participantId);
    rooms.interaction.carryOut(change => {
      if (identity.role === 'agent') change.route({ type: 'agent.signed-in', agentId: identity.agentId });
      for (const log of rooms.interaction.logs.ofParticipant(participantId))
        if (log.participant(participantId)?.presence === 'absent')
          change.append(log, { type: 'participant.presence-changed', participantId, presence: 'present' });
    });
  }

  left(identity: Identity, receivedAt: number): void {
    const rooms = this.#rooms;
    if (identity.role === 'agent' && rooms.work.state.agentSessions.has(identity.agentId))
      rooms.interaction.carryOut(change => change.route({ type: 'agent.disconnected', agentId: identity.agentId }));
    this.watch(identity.participantId, performance.now() - receivedAt);
  }

  /** Starts waiting for somebody who is not there, and has been silent for so long. */
  watch(participantId: ParticipantId, silentMs = 0): void {
    if (this.#rooms.people.callers.isPresent(participantId)) return;
    const { absentAfterMs, callLeftAfterMs, abandonedAfterMs } = this.#rooms.settings.config.presence;
    this.#stopTimers(participantId);
    this.#after(participantId, absentAfterMs - silentMs, () => this.#markAbsent(participantId));
    this.#after(participantId, callLeftAfterMs - silentMs, () => this.#leaveCall(participantId));
    this.#after(participantId, abandonedAfterMs - silentMs, () => this.#abandon(participantId));
    // Since before a restart: who has been away for long has the time of a page to come back.
    for (const log of this.#rooms.interaction.logs.ofParticipant(participantId))
      this.#scheduleClosing(log, participantId, callLeftAfterMs);
  }

  /** After a restart nobody is there yet. */
  watchAll(): void {
    for (const log of this.#rooms.interaction.logs.all())
      if (!log.isClosed)
        for (const { participantId, bot } of log.interaction.participants) if (!bot) this.watch(participantId);
  }

  stop(): void {
    for (const participantId of this.#timers.keys()) this.#stopTimers(participantId);
  }

  #markAbsent(participantId: ParticipantId): void {
    this.#rooms.interaction.carryOut(change => {
      for (const log of this.#rooms.interaction.logs.ofParticipant(participantId))
        if (log.participant(participantId)?.presence === 'present') {
          change.append(log, { type: 'participant.presence-changed', participantId, presence: 'absent' });
          change.afterCommit(() => this.#scheduleClosing(log, participantId));
        }
    });
  }

  /**
   * A customer who is absent keeps the agent only for so long. When that ends is said by the log, so that a restart
   * changes nothing.
   */
  #scheduleClosing(log: InteractionLog, participantId: ParticipantId, leastMs = 0): void {
    const { entryPointId } = log.interaction;
    const customer = log.participant(participantId);
    const since = customer?.presence === 'absent' ? customer.presenceSince : undefined;
    if (since === undefined || customer?.role !== 'customer' || this.#rooms.people.callers.isPresent(participantId))
      return;
    const afterMs = (entryPointId && this.#rooms.settings.siteEntryPoint(entryPointId)?.absentCloseMs) ?? absentCloseMs;
    const ms = Math.max(leastMs, since + afterMs - this.#rooms.interaction.now());
    this.#after(participantId, ms, () => this.#closeAbsent(log, participantId));
  }

  /** Unless somebody comes back before. */
  #after(participantId: ParticipantId, ms: number, run: () => void): void {
    const timers = this.#timers.get(participantId) ?? new Set();
    const timer = setTimeout(
      () => {
        timers.delete(timer);
        if (timers.size === 0) this.#timers.delete(participantId);
        run();
      },
      Math.min(Math.max(0, ms), longestTimerMs),
    );
    this.#timers.set(participantId, timers.add(timer));
  }

  #closeAbsent(log: InteractionLog, participantId: ParticipantId): void {
    this.#rooms.interaction.carryOut(change => {
      const isAbsent = !log.isClosed && log.participant(participantId)?.presence === 'absent';
      // Their chat line is away; whether the call goes on, the other side sees.
      if (isAbsent && log.interaction.call?.state === 'active') this.#scheduleClosing(log, participantId, callCheckMs);
      else if (isAbsent && this.#needsCustomer(log)) closeInteraction(this.#rooms, change, log, null);
    });
  }

  /** As long as somebody in the call is there, media may flow without this server, and only they can see whether it does. */
  #leaveCall(participantId: ParticipantId): void {
    const { interaction, people, call } = this.#rooms;
    interaction.carryOut(change => {
      for (const log of interaction.logs.ofParticipant(participantId)) {
        const legs = log.interaction.call?.legs ?? [];
        if (!legs.some(leg => people.callers.isPresent(leg.participantId)))
          call.end(change, log, participantId, 'left');
      }
    });
  }

  #abandon(participantId: ParticipantId): void {
    this.#rooms.interaction.carryOut(change => {
      for (const log of this.#rooms.interaction.logs.ofParticipant(participantId))
        if (this.#isGivenUp(log) && log.participant(participantId)?.role === 'customer')
          closeInteraction(this.#rooms, change, log, null);
    });
  }

  /** Who goes gives up the place, or what was proposed instead; not a callback, nor a message that was left. */
  #isGivenUp(log: InteractionLog): boolean {
    // With a bot, the place is kept as with an agent.
    if (botIn(log)) return false;
    return !taskOf(this.#rooms, log) || (isWaiting(this.#rooms, log) && this.#needsCustomer(log));
  }

  /** A callback and a message that was left go on without a page. */
  #needsCustomer(log: InteractionLog): boolean {
    const domain = taskOf(this.#rooms, log)?.domain;
    return domain !== 'callback' && domain !== 'email';
  }

  #stopTimers(participantId: ParticipantId): void {
    for (const timer of this.#timers.get(participantId) ?? []) clearTimeout(timer);
    this.#timers.delete(participantId);
  }
}
