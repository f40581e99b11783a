import { type Call, type Leg, legOf } from './call.ts';
import type { ParticipantId } from './ids.ts';
import { allSources } from './sources.ts';
import type { CallKind, Role, Source } from './vocabulary.ts';

const everything: readonly Source[] = allSources;

/** What somebody in this role may ever show in a call of this kind. */
export function kindAllows(kind: CallKind, role: Role): readonly Source[] {
  switch (kind) {
    case 'two-way':
      return everything;
    case 'one-way':
      return role === 'customer' ? everything : everything.filter(source => source !== 'camera');
    case 'voice':
      return ['microphone'];
    case 'companion':
      // The telephone carries the sound: there is no echo where there is no microphone.
      return everything.filter(source => source !== 'microphone');
  }
}

const isAlone = ({ legs }: Call, leg: Leg): boolean => legs.every(other => other === leg || other.held);

/** What a participant may send now. The same on both sides, and at the SFU. */
export function maySend(call: Call, participantId: ParticipantId): readonly Source[] {
  const leg = legOf(call, participantId);
  if (!leg || leg.held || (call.legs.length > 1 && isAlone(call, leg))) return [];
  return kindAllows(call.kind, leg.role);
}

/** What a participant is to send now: what is switched on, as far as it may be. */
export function sends(call: Call, participantId: ParticipantId): readonly Source[] {
  const leg = legOf(call, participantId);
  return leg ? maySend(call, participantId).filter(source => leg.sources[source] === 'on') : [];
}

/** What one participant is to get of another now. */
export function receives(call: Call, to: ParticipantId, from: ParticipantId): readonly Source[] {
  const leg = legOf(call, to);
  return !leg || leg.held || to === from ? [] : sends(call, from);
}
