import { callFailure, type DeviceFailureCode, deviceFailure } from '@eyeline/machines';
import { FailureCode, type Source } from '@eyeline/protocol';
import { failureSentences, type ShownCode } from './language.ts';
import { inOwnWords, type OwnWords, type Refuse } from './own-words.ts';

type Catalogues = Readonly<Record<string, object>>;

/** What a site says in its own words in one language. */
export type OwnSentences<All extends Catalogues> = OwnWords<All> & {
  /** By the code of the failure; the codes of devices are those of the camera. */
  readonly failures?: Readonly<Partial<Record<ShownCode, string>>>;
  /** The same codes where the microphone fails, and where the screen cannot be shown. */
  readonly microphone?: Readonly<Partial<Record<DeviceFailureCode, string>>>;
  readonly screen?: Readonly<Partial<Record<DeviceFailureCode, string>>>;
};

/** The same by language: `de`, or `pt-BR` where a language of that very tag is spoken. */
export type OwnSentencesByLanguage<All extends Catalogues> = Readonly<Record<string, OwnSentences<All>>>;

const sources = { failures: 'camera', microphone: 'microphone', screen: 'screen' } as const;

/** What a failure is kept by: those of devices have one code for several devices, and each its own English sentence. */
function keyOf(code: string, source: Source): string | null {
  const { message } = deviceFailure(code as DeviceFailureCode, source);
  if (typeof message === 'string') return message;
  const isKnown =
    source === 'camera' &&
    (FailureCode.options.some(one => one === code) || typeof callFailure(code as 'too-weak').message === 'string');
  return isKnown ? code : null;
}

interface Reworded {
  readonly sentences: readonly (readonly [catalogue: object, words: unknown])[];
  readonly failures: ReadonlyMap<string, string>;
}

/** What is to be said instead of what stands in the catalogues; told are the places where something stands that cannot be. */
function reworded(catalogues: Catalogues, own: unknown, language: string, refuse: Refuse): Reworded {
  const sentences: [object, unknown][] = [];
  const failures = new Map<string, string>();
  for (const [name, words] of entriesOf(own, language, refuse)) {
    const place = `${language}.${name}`;
    const source = Object.hasOwn(sources, name) ? sources[name as keyof typeof sources] : null;
    const catalogue = Object.hasOwn(catalogues, name) ? catalogues[name] : null;
    if (source) for (const one of failuresOf(words, source, place, refuse)) failures.set(...one);
    else if (catalogue) sentences.push([catalogue, inOwnWords(catalogue, words, place, refuse)]);
    else refuse(place, 'does not exist');
  }
  return { sentences, failures };
}

function failuresOf(
  own: unknown,
  source: Source,
  place: string,
  refuse: Refuse,
): readonly [key: string, words: string][] {
  return entriesOf(own, place, refuse).flatMap(([code, words]) => {
    const key = keyOf(code, source);
    if (key && typeof words === 'string' && words.trim()) return [[key, words] as const];
    refuse(`${place}.${code}`, key ? 'has to be a text' : 'does not exist');
    return [];
  });
}

function entriesOf(own: unknown, place: string, refuse: Refuse): readonly (readonly [key: string, value: unknown])[] {
  if (typeof own === 'object' && own !== null) return Object.entries(own);
  refuse(place, 'has to be an object');
  return [];
}

const warn: Refuse = (place, why) => console.warn(`eyeline: own sentences: ${place} ${why}. What is built in is said.`);

/**
 * Puts a site's own words over a language each time when it is spoken. What cannot be said is told at once, to whoever builds
 * the page, and stays as it is built in.
 */
export function rewording(catalogues: Catalogues, own: unknown): (tag: string) => void {
  const languages = new Map(entriesOf(own, 'everything', warn));
  for (const [language, words] of languages) reworded(catalogues, words, language, warn);
  return spoken => {
    const language = languages.has(spoken) ? spoken : (spoken.split('-')[0] ?? '');
    const { sentences, failures } = reworded(catalogues, languages.get(language) ?? {}, language, () => {});
    for (const [catalogue, words] of sentences) Object.assign(catalogue, words);
    for (const [key, words] of failures) failureSentences.set(key, words);
  };
}
