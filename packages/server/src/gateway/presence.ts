import type { ParticipantId } from '@eyeline/protocol';
import { closeInteraction, endCall, isWaiting, taskOf } from '../interaction/closing.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import type { Identity } from '../people/identity.ts';
import type { ContactCentre } from '../process/contact-centre.ts';

/** Notices who is there and who is gone, and draws the consequences after a while. */
export class Presence {
  readonly #centre: ContactCentre;
  readonly #timers = new Map<ParticipantId, NodeJS.Timeout[]>();

  constructor(centre: ContactCentre) {
    this.#centre = centre;
  }

  arrived(identity: Identity): void {
    const { participantId } = identity;
    const centre = this.#centre;
    this.#stopTimers(participantId);
    centre.carryOut(change => {
      if (identity.role === 'agent') change.route({ type: 'agent.signed-in', agentId: identity.agentId });
      for (const log of centre.interactions.ofParticipant(participantId))
        if (log.participant(participantId)?.presence === 'absent')
          change.append(log, { type: 'participant.presence-changed', participantId, presence: 'present' });
    });
  }

  left(identity: Identity, heardAt: number): void {
    const centre = this.#centre;
    if (identity.role === 'agent' && centre.routing.state.seats.has(identity.agentId))
      centre.carryOut(change => change.route({ type: 'agent.disconnected', agentId: identity.agentId }));
    this.watch(identity.participantId, performance.now() - heardAt);
  }

  /** Starts waiting for somebody who is not there, and has been silent for so long. */
  watch(participantId: ParticipantId, silentMs = 0): void {
    if (this.#centre.callers.isPresent(participantId)) return;
    const { absentAfterMs, callLeftAfterMs, abandonedAfterMs } = this.#centre.config.presence;
    this.#stopTimers(participantId);
    const after = (ms: number, run: (participantId: ParticipantId) => void) =>
      setTimeout(() => run(participantId), Math.max(0, ms - silentMs));
    this.#timers.set(participantId, [
      after(absentAfterMs, one => this.#markAbsent(one)),
      after(callLeftAfterMs, one => this.#leaveCall(one)),
      after(abandonedAfterMs, one => this.#abandon(one)),
    ]);
  }

  /** After a restart nobody is there yet. */
  watchAll(): void {
    for (const log of this.#centre.interactions.all())
      if (!log.isClosed) for (const { participantId } of log.interaction.participants) this.watch(participantId);
  }

  stop(): void {
    for (const participantId of this.#timers.keys()) this.#stopTimers(participantId);
  }

  #markAbsent(participantId: ParticipantId): void {
    this.#centre.carryOut(change => {
      for (const log of this.#centre.interactions.ofParticipant(participantId))
        if (log.participant(participantId)?.presence === 'present')
          change.append(log, { type: 'participant.presence-changed', participantId, presence: 'absent' });
    });
  }

  #leaveCall(participantId: ParticipantId): void {
    this.#centre.carryOut(change => {
      for (const log of this.#centre.interactions.ofParticipant(participantId))
        endCall(this.#centre, change, log, participantId, 'left');
    });
  }

  #abandon(participantId: ParticipantId): void {
    this.#timers.delete(participantId);
    this.#centre.carryOut(change => {
      for (const log of this.#centre.interactions.ofParticipant(participantId))
        if (this.#isGivenUp(log) && log.participant(participantId)?.role === 'customer')
          closeInteraction(this.#centre, change, log, null);
    });
  }

  /** Who goes gives up the place, or what was proposed instead; not a callback, nor a message that was left. */
  #isGivenUp(log: InteractionLog): boolean {
    const task = taskOf(this.#centre, log);
    if (!task) return true;
    return isWaiting(this.#centre, log) && task.domain !== 'callback' && task.domain !== 'email';
  }

  #stopTimers(participantId: ParticipantId): void {
    for (const timer of this.#timers.get(participantId) ?? []) clearTimeout(timer);
    this.#timers.delete(participantId);
  }
}
