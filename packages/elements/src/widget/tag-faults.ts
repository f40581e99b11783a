import { FallbackOption } from '@eyeline/protocol';
import { closedChoices } from '../launcher/when-closed.ts';
import { tag as sentences } from '../sentences/tag.ts';
import { displays } from './display.ts';

const isOneOf =
  (...words: readonly string[]) =>
  (value: string) =>
    words.includes(value) ? null : sentences.notOneOf(words);
const isAnything = () => null;
/** An attribute may stand there with nothing in it. */
const isSwitch = isOneOf('', 'on', 'off', 'true');

const modes: readonly string[] = FallbackOption.options;

/** What each `data-` attribute of a tag has to be: null where it is well, or what to do. */
const rules: Readonly<Record<string, (value: string) => string | null>> = {
  accent: value => (CSS.supports('color', value) ? null : sentences.noColour),
  theme: isOneOf('auto', 'light', 'dark'),
  position: isOneOf('right', 'left'),
  display: isOneOf(...displays),
  modes: value => {
    const wrong = value.split(/[\s,]+/).find(one => one && !modes.includes(one));
    return wrong === undefined ? null : sentences.noMode(wrong, modes);
  },
  whenClosed: isOneOf(...closedChoices),
  sound: isOneOf('on', 'off'),
  notifications: isOneOf('on', 'text', 'off'),
  proactive: isSwitch,
  language: value => (/^[a-z]{2,3}\b/i.test(value) ? null : sentences.noLanguage),
  ...Object.fromEntries(
    [
      'entryPoint',
      'server',
      'label',
      'sentences',
      'target',
      'getIdentity',
      'getProof',
      'testPicture',
      'picture',
      'consent',
    ].map(name => [name, isAnything]),
  ),
};

const written = (name: string): string => `data-${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`;

/** Whether one letter too many, too few or another makes the difference. O(length). */
function isNearly(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length);
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(long.length === short.length ? at + 1 : at) === long.slice(at + 1);
}

/**
 * What is wrong in a tag, a sentence each that says what to do. Attributes of others are none of ours, unless they are nearly called
 * like one.
 */
export const tagFaults = (tag: Readonly<Record<string, string | undefined>>): string[] =>
  Object.entries(tag).flatMap(([name, value = '']) => {
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    const why = rule?.(value);
    if (why) return sentences.fault(written(name), value, why);
    const meant = rule
      ? undefined
      : Object.keys(rules).find(known => isNearly(name.toLowerCase(), known.toLowerCase()));
    return meant ? sentences.noSuch(written(name), written(meant)) : [];
  });

/** Tells who builds the page, once. */
export function warnOfTag(tag: DOMStringMap): void {
  const faults = tagFaults({ ...tag });
  if (faults.length > 0) console.warn([sentences.lookAtIt, ...faults].join('\n'));
}
