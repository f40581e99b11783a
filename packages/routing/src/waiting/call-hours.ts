import type { Calendar } from '../calendar/calendar.ts';
import { attemptHorizonMs, nextAttempt } from '../calendar/callback-attempt.ts';
import { firstOpenSpan } from '../calendar/opening.ts';
import { timeOf } from '../calendar/plain-time.ts';
import { Weekday } from '../calendar/weekday.ts';
import { isZone, zoneOf } from '../calendar/zone.ts';
import type { CallbackPolicy } from '../configuration/queue-configuration.ts';
import { own } from '../own.ts';
import { queueOf } from '../pool/plans.ts';
import type { Callback, CallbackWindow } from '../record/callback.ts';
import type { RoutingState } from '../record/state.ts';
import type { Task } from '../record/task.ts';

type Called = Pick<Task, 'queueId' | 'calendar'>;

const defaultPolicy: CallbackPolicy = { attempts: 3, retryMs: 15 * 60_000, within: 'window' };

export const callPolicyOf = (state: RoutingState, { queueId }: Called): CallbackPolicy =>
  queueOf(state, queueId)?.callback ?? defaultPolicy;

/**
 * When to call (again), from now on: in the hours of queue and entry point and, after the day that was agreed, at the
 * times of day that were. Null: no more.
 */
export function nextCall(state: RoutingState, task: Called, { window, attempts }: Callback): number | null {
  const lastEndedAt = attempts.at(-1)?.at ?? null;
  const progress = { window, attempts: attempts.length, lastEndedAt };
  return nextAttempt(progress, callPolicyOf(state, task), hoursOf(state, task, window), state.now);
}

/** Until when one that became due can be called: at the latest then it has to be looked at again. */
export function callEnd(state: RoutingState, task: Called, { window, dueAt }: Callback): number {
  const until = callPolicyOf(state, task).within === 'calendar' ? dueAt + attemptHorizonMs : window.until;
  const open = firstOpenSpan(hoursOf(state, task, window), dueAt, until);
  // The hours may be others than when it was scheduled.
  return open?.from === dueAt ? open.to : dueAt;
}

function hoursOf(state: RoutingState, task: Called, window: CallbackWindow): readonly Calendar[] {
  const { calendars } = state.configuration;
  const named = [queueOf(state, task.queueId)?.calendar, task.calendar].flatMap(id => {
    // One that a new configuration does not know any more closes nothing.
    const found = id === undefined || id === null ? undefined : own(calendars, id);
    return found ? [found] : [];
  });
  return callPolicyOf(state, task).within === 'calendar' ? [...named, agreedTimes(window)] : named;
}

/** Every day at the times of the window, on the customer's clock. */
function agreedTimes({ from, until, timeZone }: CallbackWindow): Calendar {
  const zone = zoneOf(isZone(timeZone) ? timeZone : 'UTC');
  const minuteAt = (instant: number) => Math.floor(zone.localAt(instant) / 60_000) % 1440;
  const [first, last] = [minuteAt(from), minuteAt(until)];
  const hours = {
    days: [...Weekday.options],
    from: timeOf(first),
    to: timeOf(last === 0 ? 1440 : last),
    overnight: last !== 0 && last <= first,
  };
  return { zone: zone.name, hours: [hours], holidays: [], openings: [] };
}
