import {
  type Call,
  type HelpedPicture,
  legOf,
  type MarkSignal,
  type ParticipantId,
  type PicturePoint,
} from '@eyeline/protocol';

/** Somebody's on a picture. */
interface Mark {
  readonly participantId: ParticipantId;
  readonly picture: HelpedPicture;
}

export interface Pointer extends Mark {
  readonly at: PicturePoint;
}

export interface Stroke extends Mark {
  readonly strokeId: number;
  readonly points: readonly PicturePoint[];
}

/** What is shown on the pictures of a call. */
export interface Marks {
  readonly pointers: readonly Pointer[];
  /** The oldest first. */
  readonly strokes: readonly Stroke[];
}

export const noMarks: Marks = { pointers: [], strokes: [] };

/** More than anybody draws who wants to be understood: the oldest strokes make room. */
const mostPointsDrawn = 5_000;

export const isSamePicture = (one: HelpedPicture, other: HelpedPicture): boolean =>
  one.participantId === other.participantId && one.source === other.source;

/** One more mark by somebody. O(strokes). */
export function marked(marks: Marks, participantId: ParticipantId, signal: MarkSignal): Marks {
  const { picture } = signal;
  const others = marks.pointers.filter(one => one.participantId !== participantId);
  switch (signal.type) {
    case 'pointed':
      return { ...marks, pointers: signal.at ? [...others, { participantId, picture, at: signal.at }] : others };
    case 'drawn':
      // Who draws does not point meanwhile.
      return { pointers: others, strokes: drawnOn(marks.strokes, participantId, signal) };
    case 'cleared':
      return { ...marks, strokes: marks.strokes.filter(one => !isSamePicture(one.picture, picture)) };
  }
}

function drawnOn(
  strokes: readonly Stroke[],
  participantId: ParticipantId,
  { picture, strokeId, points }: Extract<MarkSignal, { type: 'drawn' }>,
): readonly Stroke[] {
  const isIt = (one: Stroke) => one.participantId === participantId && one.strokeId === strokeId;
  const begun = strokes.find(isIt);
  const grown = { participantId, picture, strokeId, points: [...(begun?.points ?? []), ...points] };
  return bounded(begun ? strokes.map(one => (isIt(one) ? grown : one)) : [...strokes, grown]);
}

function bounded(strokes: readonly Stroke[]): readonly Stroke[] {
  let room = mostPointsDrawn;
  const kept = strokes.toReversed().filter(({ points }) => {
    room -= points.length;
    return room >= 0;
  });
  return kept.toReversed();
}

export const withoutPointer = (marks: Marks, participantId: ParticipantId): Marks => ({
  ...marks,
  pointers: marks.pointers.filter(one => one.participantId !== participantId),
});

/** Of the people and the pictures that there still are in the call. */
export function marksLeft({ pointers, strokes }: Marks, call: Call): Marks {
  const isThere = ({ participantId, picture }: Mark) =>
    legOf(call, participantId) !== undefined && legOf(call, picture.participantId)?.sources[picture.source] === 'on';
  return { pointers: pointers.filter(isThere), strokes: strokes.filter(isThere) };
}

/** What is shown on one picture. */
export const marksOn = ({ pointers, strokes }: Marks, picture: HelpedPicture): Marks => ({
  pointers: pointers.filter(one => isSamePicture(one.picture, picture)),
  strokes: strokes.filter(one => isSamePicture(one.picture, picture)),
});
