import { type Calendar, calendarsNamed, own } from '@eyeline/routing';
import type { SiteEntryPoint } from '../../settings/config.ts';
import type { WorkRooms } from '../work-port.ts';

/** The calendars that count for a queue at an entry point: both must be open. */
export function hoursOf(
  { settings }: Pick<WorkRooms, 'settings'>,
  entryPoint: SiteEntryPoint,
  queueId: string,
): readonly Calendar[] {
  const { config } = settings;
  return calendarsNamed(config.calendars, entryPoint.calendar, own(config.routing.queues, queueId)?.calendar);
}
