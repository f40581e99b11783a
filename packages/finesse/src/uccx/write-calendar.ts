import { calendarKinds, weekdays } from '../words/uccx-words.ts';
import { type XmlElement, xmlElement } from '../xml/xml-element.ts';
import type { UccxCalendar } from './objects.ts';

/** A calendar as it is to be. Times are `HH:MM` in its zone, dates `YYYY-MM-DD`. */
export type CalendarDraft = Omit<UccxCalendar, 'id'> & { readonly description?: string };

/** The elements that say this. Hours and holidays are whole lists. */
export function calendarElements(draft: Partial<CalendarDraft>): readonly XmlElement[] {
  const { name, timeZone, description, kind, hours, holidays } = draft;
  const leaf = (element: string, value: string | undefined) =>
    value === undefined ? [] : [xmlElement(element, value)];
  return [
    ...leaf('name', name),
    ...leaf('timeZone', timeZone),
    ...leaf('description', description),
    ...leaf('calendarType', kind && calendarKinds.toTheirs(kind)),
    ...(hours ? [xmlElement('businessDays', businessDays(hours))] : []),
    ...(holidays ? [xmlElement('holidays', holidays.map(holidayElement))] : []),
  ];
}

function holidayElement({ name, date }: UccxCalendar['holidays'][number]): XmlElement {
  return xmlElement('holiday', [xmlElement('name', name), xmlElement('date', date)]);
}

/** One element a day, with all of its intervals. */
function businessDays(hours: UccxCalendar['hours']): readonly XmlElement[] {
  const days = new Set(hours.map(({ day }) => day));
  return [...days].map(day =>
    xmlElement('businessDay', [
      xmlElement('dayOfWeek', weekdays.toTheirs(day)),
      xmlElement(
        'intervals',
        hours
          .filter(each => each.day === day)
          .map(({ from, to }, index) =>
            xmlElement('interval', [
              ...[xmlElement('name', `I${index + 1}`), xmlElement('startTime', from), xmlElement('endTime', to)],
            ]),
          ),
      ),
    ]),
  );
}
