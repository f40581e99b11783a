import type { CallMeasures, CallMinute } from './call-measures.ts';
import { KEPT_MINUTES } from './kept-minutes.ts';

/** The more of what was to come did not, or stood still, the worse. */
const badness = ({ loss, frozenMs }: CallMinute): number => (loss ?? 0) + frozenMs / 60_000;

export const worseOf = (one: CallMinute | null, other: CallMinute | null): CallMinute | null =>
  one && other ? (badness(other) > badness(one) ? other : one) : (one ?? other);

type Mean = 'loss' | 'roundTripMs' | 'receivedKbps' | 'sentKbps';

/** What two pages of one side measured, one after the other. */
export function joinMeasures(first: CallMeasures, then: CallMeasures): CallMeasures {
  const durationMs = first.durationMs + then.durationMs;
  const mean = (key: Mean) => {
    const [one, other] = [first[key], then[key]];
    if (one === null || other === null) return one ?? other;
    return durationMs === 0 ? one : (one * first.durationMs + other * then.durationMs) / durationMs;
  };
  const later = (minute: CallMinute): CallMinute => ({ ...minute, fromMs: minute.fromMs + first.durationMs });
  return {
    pageId: then.pageId,
    durationMs,
    firstFrameMs: first.firstFrameMs ?? then.firstFrameMs,
    loss: mean('loss'),
    roundTripMs: mean('roundTripMs'),
    receivedKbps: mean('receivedKbps') ?? 0,
    sentKbps: mean('sentKbps') ?? 0,
    height: first.height === null ? then.height : Math.max(first.height, then.height ?? 0),
    freezes: first.freezes + then.freezes,
    frozenMs: first.frozenMs + then.frozenMs,
    minutes: [...first.minutes, ...then.minutes.map(later)].slice(-KEPT_MINUTES),
    worst: worseOf(first.worst, then.worst && later(then.worst)),
  };
}
