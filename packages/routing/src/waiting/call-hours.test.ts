import type { TaskId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { checkConfiguration } from '../configuration/check-configuration.ts';
import type { RoutingConfigurationSource } from '../configuration/configuration.ts';
import { Centre } from '../testing/centre.ts';

const at = (text: string) => Date.parse(text);
const minute = 60_000;
const taskId = 'a' as TaskId;

/** Open on weekdays from 9 to 12 and from 13 to 17 in Berlin. */
const office = {
  zone: 'Europe/Berlin',
  hours: [
    { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '09:00', to: '12:00' },
    { days: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'], from: '13:00', to: '17:00' },
  ],
} satisfies NonNullable<RoutingConfigurationSource['calendars']>[string];

const source = (within: 'window' | 'calendar' = 'window') =>
  ({
    calendars: { office, mornings: { ...office, hours: office.hours.slice(0, 1) } },
    queues: { default: { callback: { attempts: 4, retryMs: 45 * minute, within }, calendar: 'office' } },
    agents: { ada: { domains: { callback: 1 } } },
  }) satisfies RoutingConfigurationSource;

function centreAt(now: string, within?: 'window' | 'calendar'): Centre {
  const centre = new Centre(source(within));
  centre.now = at(now);
  return centre;
}

function fail(centre: Centre): void {
  centre.accept('a');
  centre.notify({ type: 'callback.attempted', taskId, outcome: 'no-answer' });
  centre.notify({ type: 'task.wrapped-up', taskId });
}

const window = {
  from: at('2026-03-09T11:00+01:00'),
  until: at('2026-03-09T14:00+01:00'),
  timeZone: 'Europe/Berlin',
};

test('9.4 attempts are made while it is open: what is due at lunch is called after it', () => {
  const centre = centreAt('2026-03-09T08:00+01:00');
  centre.ready('ada');
  centre.request('a', { domain: 'callback', callback: window });
  expect(centre.last('callback.scheduled')).toMatchObject([{ dueAt: window.from }]);
  const due: (number | undefined)[] = [];
  for (let count = 0; count < 3; count += 1) {
    centre.pass((centre.state.tasks.get(taskId)?.callback?.dueAt ?? 0) - centre.now);
    fail(centre);
    due.push(centre.last('callback.scheduled')[0]?.dueAt);
  }
  expect(due).toEqual([at('2026-03-09T11:45+01:00'), at('2026-03-09T13:00+01:00'), at('2026-03-09T13:45+01:00')]);
  centre.pass(45 * minute);
  fail(centre);
  expect(centre.ending('a')).toBe('attempts-used-up');
});

test('9.4 what nobody took before it closes leaves the lane, and joins it again when it opens', () => {
  const centre = centreAt('2026-03-09T11:00+01:00');
  centre.request('a', { domain: 'callback', callback: window });
  expect(centre.taskState('a')).toBe('queued');
  centre.pass(59 * minute);
  expect(centre.taskState('a')).toBe('queued');
  centre.pass(minute);
  expect(centre.taskState('a')).toBe('scheduled');
  centre.ready('ada');
  expect(centre.with('a')).toBeNull();
  centre.now = at('2026-03-09T13:00+01:00');
  centre.pass(0);
  expect(centre.with('a')).toBe('ada');
});

test('9.4 the calendar of the entry point counts too, and the window that passes while it is closed ends it', () => {
  const centre = centreAt('2026-03-09T11:00+01:00');
  centre.request('a', { domain: 'callback', callback: window, calendar: 'mornings' });
  centre.pass(60 * minute);
  expect(centre.ending('a')).toBe('window-passed');
});

test('9.4 who was away over the closing finds it scheduled', () => {
  const centre = centreAt('2026-03-09T10:00+01:00');
  centre.request('a', { domain: 'callback', callback: window });
  centre.now = at('2026-03-09T12:30+01:00');
  centre.crash();
  expect(centre.state.tasks.get(taskId)?.callback?.dueAt).toBe(at('2026-03-09T13:00+01:00'));
});

test('9.5 within the calendar: the day after at the agreed times on the customer’s clock, not by night', () => {
  const centre = centreAt('2026-03-09T08:00+01:00', 'calendar');
  centre.ready('ada');
  // 13:30 to 14:00 in Berlin is an evening in Tokyo; from 9:00 on it would be an afternoon there.
  const tokyo = {
    from: at('2026-03-09T21:30+09:00'),
    until: at('2026-03-09T22:00+09:00'),
    timeZone: 'Asia/Tokyo',
  };
  centre.request('a', { domain: 'callback', callback: tokyo });
  centre.pass(tokyo.from - centre.now);
  fail(centre);
  expect(centre.last('callback.scheduled')).toMatchObject([{ dueAt: at('2026-03-10T21:30+09:00') }]);
  // Friday evening, and the Monday after.
  centre.now = at('2026-03-13T21:30+09:00');
  centre.pass(0);
  centre.ready('ada');
  fail(centre);
  expect(centre.last('callback.scheduled')).toMatchObject([{ dueAt: at('2026-03-16T21:30+09:00') }]);
});

test('9.5 a change of the clock moves the hours in between, not the customer’s times', () => {
  const centre = centreAt('2026-03-27T08:00+01:00', 'calendar');
  centre.ready('ada');
  const newYork = {
    from: at('2026-03-27T09:00-04:00'),
    until: at('2026-03-27T10:00-04:00'),
    timeZone: 'America/New_York',
  };
  centre.request('a', { domain: 'callback', callback: newYork });
  centre.pass(newYork.from - centre.now);
  expect(centre.now).toBe(at('2026-03-27T14:00+01:00'));
  fail(centre);
  expect(centre.last('callback.scheduled')).toMatchObject([{ dueAt: at('2026-03-27T09:45-04:00') }]);
  centre.pass(45 * minute);
  fail(centre);
  // Berlin put its clocks forward on the Sunday in between.
  expect(centre.last('callback.scheduled')).toMatchObject([{ dueAt: at('2026-03-30T15:00+02:00') }]);
});

test('9.6 with other hours, what is scheduled is scheduled anew', () => {
  const centre = centreAt('2026-03-09T08:00+01:00');
  centre.request('a', { domain: 'callback', callback: window });
  const later = { ...source(), calendars: { office: { ...office, hours: office.hours.slice(1) } } };
  const checked = checkConfiguration(later);
  if (!checked.ok) throw new Error(JSON.stringify(checked.faults));
  centre.notify({ type: 'configuration.changed', configuration: checked.configuration });
  expect(centre.last('callback.scheduled')).toMatchObject([{ dueAt: at('2026-03-09T13:00+01:00') }]);
  const never = checkConfiguration({ ...later, calendars: { office: { ...office, hours: [] } } });
  if (!never.ok) throw new Error(JSON.stringify(never.faults));
  centre.notify({ type: 'configuration.changed', configuration: never.configuration });
  expect(centre.ending('a')).toBe('window-passed');
});
