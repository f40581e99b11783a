import * as v from 'valibot';
import { minuteOf } from './plain-time.ts';

/** What an entry of a calendar says about its times and about the days on which it holds. */
interface Entry {
  readonly from: string;
  readonly to: string;
  readonly overnight: boolean;
  readonly since?: string | undefined;
  readonly until?: string | undefined;
}

/** Its end follows its start, at most 24 hours later, and its last day is not before its first. */
export const coherent = <T extends Entry>() =>
  v.rawCheck<T>(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { from, to, overnight, since, until } = dataset.value;
    const input = { from, to, overnight, since, until };
    const refuse = (key: keyof Entry, message: string) =>
      addIssue({ message, path: [{ type: 'object', origin: 'value', input, key, value: input[key] }] });
    const endsLater = minuteOf(to) > minuteOf(from);
    if (!endsLater && !overnight) {
      refuse('to', `a time after ${from}, or \`overnight: true\` for an end on the next day`);
    }
    if (endsLater && overnight) {
      refuse('to', `a time not after ${from}: an overnight span lasts at most 24 hours`);
    }
    if (since !== undefined && until !== undefined && until < since) {
      refuse('until', `a date not before ${since}`);
    }
  });
