import type { ParticipantId, Source } from '@eyeline/protocol';

/** Who sends what to whom in a room. Asked each time; when the answers have changed, `restrict` says so. */
export interface RoomRules {
  isIn(participantId: ParticipantId): boolean;
  /** Whether a track of this source may be announced. */
  maySend(participantId: ParticipantId, source: Source): boolean;
  /** Whether what is announced goes through now. */
  sends(participantId: ParticipantId, source: Source): boolean;
  receives(to: ParticipantId, from: ParticipantId, source: Source): boolean;
}

/** Whoever opens a room without rules wants none. */
export const everything: RoomRules = {
  isIn: () => true,
  maySend: () => true,
  sends: () => true,
  receives: () => true,
};
