import type { ParticipantId } from '@eyeline/protocol';
import { own } from '@eyeline/routing';
import { closeInteraction, endCall, isWaiting } from './closing.ts';
import type { ContactCentre } from './contact-centre.ts';
import type { Identity } from './identity.ts';

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

  left(identity: Identity): void {
    const centre = this.#centre;
    if (identity.role === 'agent' && own(centre.routing.state.agents, identity.agentId))
      centre.carryOut(change => change.route({ type: 'agent.disconnected', agentId: identity.agentId }));
    this.watch(identity.participantId);
  }

  /** Starts waiting for somebody who is not there. */
  watch(participantId: ParticipantId): void {
    if (this.#centre.callers.isPresent(participantId)) return;
    const { absentAfterMs, callLeftAfterMs, abandonedAfterMs } = this.#centre.config.presence;
    this.#stopTimers(participantId);
    this.#timers.set(participantId, [
      setTimeout(() => this.#markAbsent(participantId), absentAfterMs),
      setTimeout(() => this.#leaveCall(participantId), callLeftAfterMs),
      setTimeout(() => this.#abandon(participantId), abandonedAfterMs),
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
        if (isWaiting(this.#centre, log) && log.participant(participantId)?.role === 'customer')
          closeInteraction(this.#centre, change, log, null);
    });
  }

  #stopTimers(participantId: ParticipantId): void {
    for (const timer of this.#timers.get(participantId) ?? []) clearTimeout(timer);
    this.#timers.delete(participantId);
  }
}
