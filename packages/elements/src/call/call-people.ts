import { type CallActor, type ConversationContext, type MediaHandle, shownTracks } from '@eyeline/machines';
import { type CallKind, kindAllows, type Leg, legOf, type ParticipantId, type Role } from '@eyeline/protocol';
import type { SnapshotFrom } from 'xstate';
import type { call as sentences } from '../sentences/call.ts';
import { connection } from '../sentences/connection.ts';
import { type CallScene, callSceneOf } from './call-scene.ts';

/** Why there is a face in the place of somebody's picture. */
export type Absence = keyof typeof sentences.absences;

/** Somebody in a call, as they are drawn. */
export interface CallPerson {
  readonly participantId: ParticipantId;
  readonly name: string;
  /** Picture and sound; of the one who looks, the own camera alone. */
  readonly media: MediaHandle | null;
  readonly screen: MediaHandle | null;
  /** Null where the picture is to be seen. */
  readonly absence: Absence | null;
  readonly isMuted: boolean;
  /** Which of the pictures stands still because somebody wants it to; null: none. */
  readonly still: 'camera' | 'screen' | null;
}

export interface CallPeople {
  /** Null where this side shows nothing in a call of this kind. */
  readonly own: CallPerson | null;
  readonly others: readonly CallPerson[];
  /** Whether the one who looks is on hold. */
  readonly isHeld: boolean;
}

const byState = { on: null, off: 'camera-off', refused: 'refused', missing: 'missing', weak: 'weak' } as const;

/** In a call of this kind nobody in this role ever shows a camera. */
function absenceByKind(kind: CallKind, role: Role): Absence | null {
  if (kindAllows(kind, role).includes('camera')) return null;
  return kind === 'voice' ? 'voice' : 'unseen';
}

function absenceOf(leg: Leg, kind: CallKind, scene: CallScene, isHeld: boolean): Absence | null {
  if (leg.held || isHeld) return 'on-hold';
  if (scene === 'lost') return 'reconnecting';
  if (scene === 'connecting') return 'connecting';
  return absenceByKind(kind, leg.role) ?? byState[leg.sources.camera];
}

function ownAbsence(
  { wishes, tracks, failures, fallback }: SnapshotFrom<CallActor>['context'],
  isPaused: boolean,
): Absence | null {
  if (isPaused) return 'on-hold';
  if (!wishes.camera) return 'camera-off';
  const code = failures.camera?.code;
  if (code === 'press-needed') return code;
  if (code) return code === 'denied' || code === 'dismissed' || code === 'policy-blocked' ? 'refused' : 'missing';
  if (fallback.step === 'voice') return 'weak';
  return tracks.camera ? null : 'connecting';
}

/** Who is in a call, what is to be seen of each, and why not where it is not. */
export function peopleOf(snapshot: SnapshotFrom<CallActor>, { interaction }: ConversationContext): CallPeople {
  const { context } = snapshot;
  const { participantId, role, callId, remotes, wishes, failures } = context;
  const tracks = shownTracks(context);
  const call = context.call?.callId === callId ? context.call : null;
  const kind = call?.kind ?? context.kind;
  const scene = callSceneOf(snapshot);
  const ownLeg = call ? legOf(call, participantId) : undefined;
  const legs = ownLeg && call?.state === 'active' ? call.legs.filter(leg => leg !== ownLeg) : [];
  const isHeld = ownLeg?.held === true;
  // Nobody is shown anything while all the others are on hold.
  const isPaused = isHeld || (legs.length > 0 && legs.every(leg => leg.held));
  const nameOf = (id: ParticipantId) =>
    interaction.participants.find(one => one.participantId === id)?.name || connection.otherSide;
  const stillOf = (id: ParticipantId) =>
    call?.frozen?.picture.participantId === id ? call.frozen.picture.source : null;
  return {
    isHeld,
    own:
      absenceByKind(kind, role) === null
        ? {
            participantId,
            name: nameOf(participantId),
            media: isPaused ? null : tracks.camera,
            screen: tracks.screen,
            absence: ownAbsence(context, isPaused),
            isMuted: !wishes.microphone || failures.microphone !== undefined,
            still: stillOf(participantId),
          }
        : null,
    others: legs.map(leg => {
      const remote = remotes.find(one => one.participantId === leg.participantId);
      return {
        participantId: leg.participantId,
        name: nameOf(leg.participantId),
        media: remote?.person ?? null,
        screen: leg.sources.screen === 'on' ? (remote?.screen ?? null) : null,
        absence: absenceOf(leg, kind, scene, isHeld),
        isMuted: kindAllows(kind, leg.role).includes('microphone') && leg.sources.microphone !== 'on',
        still: stillOf(leg.participantId),
      };
    }),
  };
}

const isUnseen = ({ absence, screen }: CallPerson): boolean =>
  screen === null && (absence === 'camera-off' || absence === 'unseen');

/** In a call that is there for one side to show something, its picture is the one to look at: one has to see where one aims. */
export const isShowing = ({ own, others }: CallPeople, kind: CallKind): boolean =>
  (kind === 'one-way' || kind === 'companion') && own?.absence === null && others.length > 0 && others.every(isUnseen);
