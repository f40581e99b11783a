import type {
  CallCause,
  CallEnding,
  EscalationObstacle,
  EventName,
  EventPayload,
  ParticipantId,
} from '@eyeline/protocol';
import type { Sfu } from '@eyeline/sfu';
import type { Change } from '../interaction/change.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import type { InteractionRooms } from '../interaction/interaction-port.ts';
import type { CallPages } from './call-pages.ts';
import type { CallReports } from './call-reports.ts';
import type { MediaRooms } from './media-rooms.ts';

/** What others may do with calls. */
export interface CallPort {
  readonly sfu: Sfu;
  readonly pages: CallPages;
  /** Watches the call of a log as long as it is proposed: a call that nobody answers ends by itself. */
  readonly ringing: {
    watch(rooms: CallRooms, log: InteractionLog): void;
    stop(): void;
  };
  readonly media: MediaRooms;
  readonly reports: Pick<CallReports, 'take' | 'resume' | 'stop'>;
  /** Tells all others in the conversation, those in the call at the page that is in it. */
  notifyOthers<N extends EventName>(
    log: InteractionLog,
    participantId: ParticipantId,
    name: N,
    payload: EventPayload<N>,
  ): void;
  /** The agent is not needed whole any more. */
  leaveVideo(change: Change, log: InteractionLog): void;
  /** Ends the call that there is, if there is one. `by`: null where nobody in particular did. `cause`: why it failed. */
  end(change: Change, log: InteractionLog, by: ParticipantId | null, reason: CallEnding, cause?: CallCause): void;
}

/** A call takes an agent whole. */
export interface VideoPort {
  /**
   * The agent is taken for video. Already so: nothing happens.
   * @throws Refusal `call-not-allowed` that says why not
   */
  enter(log: InteractionLog): Promise<void>;
  /** The call is over: the task is again what the customer came with. */
  leave(change: Change, log: InteractionLog): void;
  /** Why the agent could not be taken for video now; null where that is possible, or is so. */
  obstacle(log: InteractionLog): EscalationObstacle | null;
}

/** The rooms at and below this one. */
export interface CallRooms extends InteractionRooms {
  readonly call: CallPort;
}
