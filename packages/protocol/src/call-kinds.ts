import { kindAllows } from './may.ts';
import type { CallKind, Role } from './vocabulary.ts';

/** What a call of this kind may become where the other side says yes: it shows more. */
const more: Readonly<Record<CallKind, readonly CallKind[]>> = {
  voice: ['two-way', 'one-way'],
  'one-way': ['two-way'],
  'two-way': [],
  // The telephone carries the sound: such a call shows all that it can, and is none by voice.
  companion: [],
};

export const kindsAbove = (kind: CallKind): readonly CallKind[] => more[kind];

/** Whether somebody in this role may show a picture in a call of this kind. */
export const mayShow = (kind: CallKind, role: Role): boolean =>
  kindAllows(kind, role).some(source => source !== 'microphone');

/** Whether a call shows less as `to`: whoever wants that needs nobody's yes. */
export const isLess = (from: CallKind, to: CallKind): boolean => to === 'voice' && more[to].includes(from);
