import { numberRuns } from './number-runs.ts';

/** As the United States give them: these were never given to anybody. */
const never = /^(000|666|9)|^...00|0000$/;

/** Where social security numbers (US) stand in a folded text: nine digits as 3, 2 and 4. Nine in a row are anything. */
export function* socialSecurityNumbers(text: string): Generator<{ readonly start: number; readonly end: number }> {
  for (const groups of numberRuns(text)) {
    const [first] = groups;
    const last = groups.at(-1);
    const digits = groups.map(one => one.digits).join('');
    const isMeant = groups.map(one => one.digits.length).join() === '3,2,4' && !never.test(digits);
    if (first && last && isMeant && text[first.start - 1] !== '+') yield { start: first.start, end: last.end };
  }
}
