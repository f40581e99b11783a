import type { CallKind } from './vocabulary.ts';

/** What a call of this kind may become where the other side says yes: it shows more. */
const more: Readonly<Record<CallKind, readonly CallKind[]>> = {
  voice: ['two-way', 'one-way'],
  'one-way': ['two-way'],
  'two-way': [],
  // The telephone carries the sound: such a call shows all that it can, and is none by voice.
  companion: [],
};

export const kindsAbove = (kind: CallKind): readonly CallKind[] => more[kind];

/** Whether a call shows less as `to`: whoever wants that needs nobody's yes. */
export const isLess = (from: CallKind, to: CallKind): boolean => to === 'voice' && more[to].includes(from);
