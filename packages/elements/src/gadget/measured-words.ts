import type { CallMeasures, Interaction, ParticipantId } from '@eyeline/protocol';
import { isolate } from '../parts/isolate.ts';
import { deskWrapUp } from '../sentences/desk-wrap-up.ts';
import { comma } from '../sentences/locale.ts';

/** From these on what came was not good, and not well enough. */
const fair = { loss: 0.02, frozen: 0.01, roundTripMs: 300 };
const poor = { loss: 0.08, frozen: 0.1, roundTripMs: 600 };

type Level = keyof typeof deskWrapUp.levels;

function levelOf({ loss, frozenMs, durationMs, roundTripMs }: CallMeasures): Level {
  const isWorse = (than: typeof fair) =>
    (loss ?? 0) > than.loss || frozenMs > than.frozen * durationMs || (roundTripMs ?? 0) > than.roundTripMs;
  return isWorse(poor) ? 'poor' : isWorse(fair) ? 'fair' : 'good';
}

/** How the last call was, for each side in a few words, to be drawn by `sentence`; null before that is known. */
export function measuredWords({ measured, lastCall, participants }: Interaction, me: ParticipantId): string | null {
  const sides = measured.filter(({ callId }) => callId === lastCall?.callId);
  if (sides.length === 0) return null;
  const words = sides.map(({ participantId, measures }) => {
    const name = participants.find(one => one.participantId === participantId)?.name ?? '';
    const who = participantId === me ? null : isolate(name);
    if (!measures) return deskWrapUp.unmeasured(who);
    const { loss, roundTripMs, height, freezes } = measures;
    const figures = [
      loss === null ? null : deskWrapUp.lost(loss),
      roundTripMs === null ? null : deskWrapUp.roundTrip(roundTripMs),
      height === null ? null : deskWrapUp.height(height),
      freezes === 0 ? null : deskWrapUp.freezes(freezes),
    ];
    return deskWrapUp.measured(
      who,
      deskWrapUp.levels[levelOf(measures)],
      figures.filter(one => one !== null).join(comma()),
    );
  });
  return words.join(' ');
}
