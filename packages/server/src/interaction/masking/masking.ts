import {
  coversIn,
  type EntryPointId,
  type FormValues,
  type Hidden,
  type MaskedText,
  type MaskingKind,
  maskText,
} from '@eyeline/protocol';
import { kindsOf, type OwnPattern, patternOf } from '../../settings/messages/masking-config.ts';
import type { SettingsPort } from '../../settings/settings.ts';
import type { InteractionLog } from '../interaction-log.ts';
import type { InteractionRooms } from '../interaction-port.ts';

type Finder = (text: string) => readonly Hidden[];

/** A site's patterns are made ready once for as long as its configuration counts. */
const finders = new WeakMap<readonly OwnPattern[], Finder>();

/**
 * So many places of one pattern are hidden one by one, and after them the whole rest of a text: each search is as long as the text
 * at most, but a text may have as many places as signs.
 */
const mostPlaces = 30;

function finderOf(patterns: readonly OwnPattern[]): Finder {
  const known = finders.get(patterns);
  if (known) return known;
  const ready = patterns.flatMap(({ name, pattern, keep }) => {
    const compiled = patternOf(pattern);
    return compiled ? [{ what: name, keep, compiled }] : [];
  });
  const find: Finder = text =>
    ready.flatMap(({ compiled, ...one }) => {
      const found: Hidden[] = [];
      const matcher = compiled.matcher(text);
      while (matcher.find()) {
        const [start, end] = [matcher.start(), matcher.end()];
        if (end > start && found.length < mostPlaces) found.push({ ...one, start, end });
        else if (end > start) return [...found, { ...one, start, end: text.length, keep: 0 }];
      }
      return found;
    });
  finders.set(patterns, find);
  return find;
}

/** Hides in what people write at an entry point what nobody else is to read. */
export interface Mask {
  text(given: string): MaskedText;
  values(given: FormValues): FormValues;
  /** The same where the page chose the names too. */
  named(given: FormValues): FormValues;
  /** What a page says that it has hidden in a text itself, as far as it is hidden here and the text shows that something is. */
  claimed(given: string, masked: readonly MaskingKind[]): readonly MaskingKind[];
}

/** At an entry point that is gone as on the whole site. */
export function maskAt(settings: SettingsPort, entryPointId: EntryPointId | null): Mask {
  const site = entryPointId === null ? undefined : settings.siteEntryPoint(entryPointId);
  const masking = site?.masking ?? settings.config.masking;
  const kinds = kindsOf(masking);
  const own = masking === false ? [] : masking.own;
  const find = own.length > 0 ? finderOf(own) : undefined;
  const text = (given: string) => maskText(given, kinds, find && (folded => find(folded.text)));
  return {
    text,
    values: given => Object.fromEntries(Object.entries(given).map(([name, value]) => [name, text(value).text])),
    named: given => Object.fromEntries(Object.entries(given).map(one => one.map(part => text(part).text))),
    claimed: (given, masked) => {
      const covers = coversIn(given);
      return masked.filter(kind => kinds.includes(kind)).slice(0, covers);
    },
  };
}

/** As `maskAt`, where an interaction goes on. */
export const maskIn = ({ settings }: InteractionRooms, { interaction }: InteractionLog): Mask =>
  maskAt(settings, interaction.entryPointId);
