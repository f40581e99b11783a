import type { CallCause, CallEnding, EventName, EventPayload, Fact, ParticipantId } from '@eyeline/protocol';
import type { Sfu } from '@eyeline/sfu';
import type { Change } from '../interaction/change.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import type { Interactions } from '../interaction/interactions.ts';
import type { Callers } from '../people/callers.ts';
import { CallPages } from './call-pages.ts';
import type { CallPort, VideoPort } from './call-port.ts';
import { CallReports } from './call-reports.ts';
import { MediaRooms } from './media-rooms.ts';
import { Ringing } from './ringing.ts';

interface CallsOptions {
  readonly sfu: Sfu;
  readonly callers: Pick<Callers, 'of'>;
  readonly leaveVideo: VideoPort['leave'];
  readonly carryOut: (run: (change: Change) => void) => void;
}

/** The calls that there are: who is in them at which page, and how they end. */
export class Calls implements CallPort {
  readonly sfu: Sfu;
  readonly pages = new CallPages();
  readonly ringing = new Ringing();
  readonly media: MediaRooms;
  readonly reports: CallReports;
  readonly #options: CallsOptions;

  constructor(options: CallsOptions) {
    this.#options = options;
    this.sfu = options.sfu;
    this.media = new MediaRooms(options.sfu);
    this.reports = new CallReports(options.carryOut);
  }

  notifyOthers<N extends EventName>(
    { interactionId, interaction }: InteractionLog,
    participantId: ParticipantId,
    name: N,
    payload: EventPayload<N>,
  ): void {
    for (const other of interaction.participants) {
      if (other.participantId === participantId || other.presence === 'left') continue;
      const page = this.pages.of(interactionId, other.participantId);
      for (const to of page ? [page] : this.#options.callers.of(other.participantId)) to.notify(name, payload);
    }
  }

  /** These are stored: what the SFU lets through follows them. */
  follow(facts: readonly Fact[], logs: Pick<Interactions, 'get'>): void {
    for (const fact of facts) {
      const { type, interactionId } = fact;
      const log = type.startsWith('call.') || type === 'participant.left' ? logs.get(interactionId) : undefined;
      if (!log) continue;
      this.media.follow(log);
      if (fact.type === 'call.ended') this.reports.ended(log, fact.callId);
    }
  }

  leaveVideo(change: Change, log: InteractionLog): void {
    this.#options.leaveVideo(change, log);
  }

  end(change: Change, log: InteractionLog, by: ParticipantId | null, reason: CallEnding, cause?: CallCause): void {
    const { call } = log.interaction;
    if (!call) return;
    const { callId } = call;
    change.append(log, {
      type: 'call.ended',
      callId,
      participantId: by,
      reason,
      ...(cause && { cause }),
    });
    this.leaveVideo(change, log);
    change.afterCommit(() => this.pages.clear(log.interactionId));
  }
}
