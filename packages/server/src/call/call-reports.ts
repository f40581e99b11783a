import {
  type CallId,
  type CallMeasures,
  type InteractionId,
  joinMeasures,
  legOf,
  type ParticipantId,
} from '@eyeline/protocol';
import type { Change } from '../interaction/change.ts';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import { Refusal } from '../people/refusal.ts';
import { machineTime, type Time } from '../settings/pace/time.ts';
import { callHistory } from './call-history.ts';

/** So long after its end the pages of a call may say how it was, ms. */
const graceMs = 5000;

interface Report {
  /** Of the pages before the one that reports now. */
  readonly earlier: CallMeasures | null;
  readonly now: CallMeasures;
}

interface Reported {
  readonly log: InteractionLog;
  readonly legs: Map<ParticipantId, Report>;
  /** Who has spoken since it is over; null while it goes on. */
  over: { readonly callId: CallId; readonly spoken: Set<ParticipantId>; readonly cancel: () => void } | null;
}

type CarryOut = (run: (change: Change) => void) => void;

/**
 * How calls were. What the pages of a call have said last is kept until its end and written then, for each who took part: a page
 * that goes without a word loses its last minute at most.
 */
export class CallReports {
  readonly #calls = new Map<string, Reported>();
  readonly #carryOut: CarryOut;
  readonly #time: Time;

  constructor(carryOut: CarryOut, time: Time = machineTime) {
    this.#carryOut = carryOut;
    this.#time = time;
  }

  /** @throws Refusal where whoever reports has no part in that call, or it is over for long */
  take(log: InteractionLog, callId: CallId, participantId: ParticipantId, measures: CallMeasures): void {
    const { call } = log.interaction;
    const key = keyOf(log.interactionId, callId);
    const isOn = call?.callId === callId && call.state === 'active' && legOf(call, participantId) !== undefined;
    const reported = this.#calls.get(key) ?? (isOn ? { log, legs: new Map(), over: null } : null);
    if (!reported || (!isOn && !reported.over)) throw new Refusal('call-gone');
    if (!isOn && !callHistory(log.storedAfter(0), callId)?.participantIds.includes(participantId))
      throw new Refusal('not-in-call');
    this.#calls.set(key, reported);
    reported.legs.set(participantId, after(reported.legs.get(participantId), measures));
    if (!reported.over) return;
    reported.over.spoken.add(participantId);
    const { participantIds = [] } = callHistory(log.storedAfter(0), callId) ?? {};
    if (participantIds.every(one => reported.over?.spoken.has(one))) this.#write(key, callId);
  }

  /** Its end is stored. */
  ended(log: InteractionLog, callId: CallId): void {
    const key = keyOf(log.interactionId, callId);
    if (!callHistory(log.storedAfter(0), callId)) this.#calls.delete(key);
    else {
      const reported = this.#calls.get(key) ?? { log, legs: new Map(), over: null };
      const cancel = this.#time.after(graceMs, () => this.#write(key, callId));
      this.#calls.set(key, { ...reported, over: { callId, spoken: new Set(), cancel } });
    }
  }

  /** A server before this one may have stopped before it was written how calls were: their pages may say so still. */
  resume(log: InteractionLog): void {
    const facts = log.storedAfter(0);
    const written = new Set(facts.flatMap(fact => (fact.type === 'call.measured' ? [fact.callId] : [])));
    for (const fact of facts) if (fact.type === 'call.ended' && !written.has(fact.callId)) this.ended(log, fact.callId);
  }

  /** What was said is written now: nobody will be there to wait for the others. */
  stop(): void {
    for (const [key, { over }] of [...this.#calls]) if (over) this.#write(key, over.callId);
    this.#calls.clear();
  }

  #write(key: string, callId: CallId): void {
    const reported = this.#calls.get(key);
    if (!reported) return;
    const { log, legs, over } = reported;
    over?.cancel();
    this.#calls.delete(key);
    const history = callHistory(log.storedAfter(0), callId);
    if (!history) return;
    const { participantIds, ...rest } = history;
    this.#carryOut(change => {
      for (const participantId of participantIds)
        change.append(log, {
          type: 'call.measured',
          callId,
          participantId,
          ...rest,
          measures: allOf(legs.get(participantId)),
        });
    });
  }
}

const keyOf = (interactionId: InteractionId, callId: CallId): string => `${interactionId} ${callId}`;

/** A page says all that it knows each time; one that takes its place begins anew. */
function after(before: Report | undefined, now: CallMeasures): Report {
  if (!before) return { earlier: null, now };
  return before.now.pageId === now.pageId ? { ...before, now } : { earlier: allOf(before), now };
}

const allOf = (report: Report | undefined): CallMeasures | null =>
  report ? (report.earlier ? joinMeasures(report.earlier, report.now) : report.now) : null;
