import * as v from 'valibot';
import { HelpedPicture } from './helped-picture.ts';
import { Lens, LensSetting } from './lens.ts';

const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/**
 * A place of a picture, from its left and its top edge, 0 to 1: the same place however large it is shown, whatever is cut off, and
 * as in a mirror or not.
 */
export const PicturePoint = v.tuple([fraction, fraction]);
export type PicturePoint = v.InferOutput<typeof PicturePoint>;

/** So many points of a stroke are told at once. */
export const mostPoints = 64;

const picture = { picture: HelpedPicture };

/** What people in a call show each other on a picture. True for the moment, and in no log. */
export const HelpSignal = v.variant('type', [
  /** Null: it is taken away. */
  v.object({ type: v.literal('pointed'), ...picture, at: v.nullable(PicturePoint) }),
  /** A stroke goes on, or begins. */
  v.object({
    type: v.literal('drawn'),
    ...picture,
    strokeId: v.pipe(v.number(), v.safeInteger()),
    points: v.pipe(v.array(PicturePoint), v.minLength(1), v.maxLength(mostPoints)),
  }),
  /** All that was drawn on it, by whomever. */
  v.object({ type: v.literal('cleared'), ...picture }),
  /** By who shows it: how its camera can be set, and is; null: nothing can be set. */
  v.object({ type: v.literal('lens-offered'), ...picture, lens: v.nullable(Lens) }),
  /** By an agent: how it is to be. Empty asks only what there is. */
  v.object({ type: v.literal('lens-asked'), ...picture, setting: LensSetting }),
]);
export type HelpSignal = v.InferOutput<typeof HelpSignal>;
/** What is pointed at and drawn. */
export type MarkSignal = Extract<HelpSignal, { type: 'pointed' | 'drawn' | 'cleared' }>;

/** Null where it has another form, as one that is newer than this page. */
export function readHelpSignal(signal: unknown): HelpSignal | null {
  const read = v.safeParse(HelpSignal, signal);
  return read.success ? read.output : null;
}
