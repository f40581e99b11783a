import { ibanStructures } from './iban-structures.ts';
import { between } from './number-runs.ts';

const classes: Readonly<Record<string, string>> = { n: '\\d', a: '[A-Z]', c: '[A-Z\\d]' };

/** As it may be written: with up to two signs between any two of its own after the first four. `No. 12` is no country of ours. */
const written = ([country, structure]: readonly [string, string]): string => {
  const own = [
    `${country}\\d\\d`,
    ...[...structure.matchAll(/(\d+)([nac])/g)].flatMap(([, count, kind = '']) =>
      Array<string>(Number(count)).fill(classes[kind] ?? ''),
    ),
  ];
  return own.join(`${between}{0,2}`);
};

const patterns = new Map<string, RegExp>();

/** One sign follows from the one before and what is between them, so nothing is tried twice. */
function patternOf(country: string): RegExp | undefined {
  const structure = Object.hasOwn(ibanStructures, country) ? ibanStructures[country] : undefined;
  if (structure === undefined) return undefined;
  const pattern = patterns.get(country) ?? new RegExp(`${written([country, structure])}(?![A-Z\\d])`, 'iuy');
  patterns.set(country, pattern);
  return pattern;
}

/** A letter counts as two digits, from A = 10 on; the country and the check digits stand at the end. */
export function isIban(signs: string): boolean {
  let rest = 0;
  for (const sign of signs.slice(4) + signs.slice(0, 4)) rest = Number(`${rest}${Number.parseInt(sign, 36)}`) % 97;
  return rest === 1;
}

/** Where account numbers (IBAN) stand in a folded text. O(length). */
export function* ibans(text: string): Generator<{ readonly start: number; readonly end: number }> {
  const begins = /[a-z]{2}(?=\d\d)/gi;
  for (let found = begins.exec(text); found; found = begins.exec(text)) {
    const { index } = found;
    const pattern = patternOf(found[0].toUpperCase());
    begins.lastIndex = index + 1;
    if (!pattern) continue;
    pattern.lastIndex = index;
    const [all = ''] = pattern.exec(text) ?? [];
    if (!all || !isIban(all.replace(/[^a-z\d]/gi, '').toUpperCase())) continue;
    yield { start: index, end: index + all.length };
    begins.lastIndex = index + all.length;
  }
}
