import type { HelpedPicture } from './helped-picture.ts';
import type { CallId, CommandId, ParticipantId } from './ids.ts';
import type { Sources } from './sources.ts';
import type { CallCause, CallEnding, CallKind, MediaPath, Role } from './vocabulary.ts';

/** One participant of a call. */
export interface Leg {
  readonly participantId: ParticipantId;
  readonly role: Role;
  readonly sources: Sources;
  /** On hold: nothing goes to it or comes from it. */
  readonly held: boolean;
}

/** A picture that stands still because somebody wants it to. */
export interface FrozenPicture {
  readonly picture: HelpedPicture;
  readonly by: ParticipantId;
}

/** A snapshot that somebody wants. `allowed`: whoever shows the picture is to take it and send it. */
export interface WantedSnapshot {
  readonly snapshotId: CommandId;
  readonly picture: HelpedPicture;
  readonly by: ParticipantId;
  readonly state: 'asked' | 'allowed';
}

/** What should be, as the log tells it; browsers and the SFU follow, again and again. */
export interface Call {
  readonly callId: CallId;
  readonly kind: CallKind;
  readonly state: 'proposed' | 'active';
  readonly proposerId: ParticipantId;
  readonly media: MediaPath;
  /** 1, 2, 3 …: how often media began anew. Each has its own connections, beside those of the one before. */
  readonly epoch: number;
  /** Who proposed it is first. */
  readonly legs: readonly Leg[];
  /** Left out while all pictures move. */
  readonly frozen?: FrozenPicture | undefined;
  /** Left out while none is wanted. */
  readonly snapshot?: WantedSnapshot | undefined;
  /** Whose pictures may be taken without another question. */
  readonly snapshotsAllowedBy?: readonly ParticipantId[] | undefined;
  /** Somebody wants the call to become another kind, and the others have not answered. */
  readonly asked: { readonly participantId: ParticipantId; readonly kind: CallKind } | null;
  /** When it was proposed; from `active` on: when it was accepted. */
  readonly since: number;
}

/** How the last call ended. */
export interface LastCall {
  readonly callId: CallId;
  readonly ending: CallEnding | 'declined' | 'later';
  /** Why it `failed`, where somebody said so. */
  readonly cause?: CallCause | undefined;
}

export const legOf = ({ legs }: Call, participantId: ParticipantId): Leg | undefined =>
  legs.find(leg => leg.participantId === participantId);
