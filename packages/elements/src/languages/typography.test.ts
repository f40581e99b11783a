import { expect, test } from 'vitest';
import { failureSentences } from '../sentences/language.ts';
import { given as arrivalSentences } from '../sentences/use-arrival-language.ts';
import { given as deskSentences } from '../sentences/use-desk-language.ts';
import { given as widgetSentences } from '../sentences/use-language.ts';
import { speakArrivalLanguage } from './arrival.ts';
import { speakDeskLanguage } from './desk.ts';
import { widgetLanguages } from './widget.ts';

type Place = readonly [place: string, sentence: string];

/** Sentences with a list in them. */
const lists = ['noVideo', 'listed'];

/** Every sentence as it is read, with its place. A letter stands for names and numbers alike. */
const said = (catalogue: object, path = ''): Place[] =>
  Object.entries(catalogue).flatMap(([key, value]) => {
    const place = `${path}${key}`;
    const given = lists.includes(key) ? ['X'] : 'X';
    if (typeof value === 'function') return [[place, `${value(given, given, given)}`] as const];
    return typeof value === 'string' ? [[place, value] as const] : said(value, `${place}.`);
  });

const english = { ...widgetSentences, ...deskSentences, ...arrivalSentences };
const expected = new Map(said(english));

async function read(tag: string): Promise<Place[]> {
  await speakArrivalLanguage(tag);
  await speakDeskLanguage(tag);
  return [...said(english), ...failureSentences];
}

const wrong = (places: Place[], isWrong: (sentence: string, place: string) => boolean) =>
  places.filter(([place, sentence]) => isWrong(sentence, place)).map(([place, sentence]) => `${place}: ${sentence}`);

const isEnded = (sentence: string) => /[.…。][”’»]?$/.test(sentence);
/** A failure is one sentence at least. */
const isEndedInEnglish = (place: string) => isEnded(expected.get(place) ?? '.');
/** Units, which many languages abbreviate with a full stop. */
const isUnit = (place: string) => place.startsWith('moment.');

test.each(Object.keys(widgetLanguages))(
  '%s has a full stop where English has one, and no space too many',
  async tag => {
    const places = await read(tag);
    expect(wrong(places, text => /^\s|\s$|\s{2}/.test(text))).toEqual([]);
    expect(wrong(places, (text, place) => !isUnit(place) && isEnded(text) !== isEndedInEnglish(place))).toEqual([]);
  },
);

test.each(['fr', 'it'])('%s has round apostrophes', async tag => {
  expect(wrong(await read(tag), text => text.includes("'"))).toEqual([]);
});

const withoutCode = (text: string): string => text.replace(/allow=".*?"/, '');

test('fr has a narrow space that does not break before ; : ! ? % and within its quotes', async () => {
  const isWrong = (text: string) => /[^\u202f][;!?»%]|[^\u202f]:(?=\s)|«(?!\u202f)|[“”]/.test(withoutCode(text));
  expect(wrong(await read('fr'), isWrong)).toEqual([]);
});

test('es opens what it asks and cries', async () => {
  const count = (text: string, sign: string) => text.split(sign).length;
  expect(wrong(await read('es'), text => count(text, '?') !== count(text, '¿'))).toEqual([]);
  expect(wrong(await read('es'), text => count(text, '!') !== count(text, '¡'))).toEqual([]);
});

test('es and pt say one o’clock as one hour, any other as several', async () => {
  await speakDeskLanguage('es');
  expect(english.opening.at('hoy', '1:30')).toBe('hoy a la 1:30 (su hora local)');
  expect(english.opening.between('hoy', '13:00', '21:00')).toBe('hoy entre las 13:00 y las 21:00');
  await speakDeskLanguage('pt');
  expect(english.opening.at('hoje', '01:30')).toBe('hoje à 01:30 (no seu fuso)');
  expect(english.opening.between('hoje', '10:00', '13:00')).toBe('hoje entre as 10:00 e as 13:00');
});

test('ar has its own comma, semicolon and question mark', async () => {
  expect(wrong(await read('ar'), text => /[\u0600-\u06ff][,;?]/.test(text))).toEqual([]);
});

test('he has its own quotes and apostrophes', async () => {
  expect(wrong(await read('he'), text => /["']/.test(withoutCode(text)))).toEqual([]);
});

test('ja has its own signs, and no space between its letters', async () => {
  const letter = '[\\u3040-\\u30ff\\u4e00-\\u9fff]';
  const isWrong = new RegExp(`${letter}[,.!?:;()]|${letter} ${letter}`);
  expect(wrong(await read('ja'), text => isWrong.test(text))).toEqual([]);
});

test.each(['ar', 'he'])('%s isolates what is written from the left and has signs at its ends', async tag => {
  const isWrong = (text: string) => /(?<!\u2068)(allow=|\+\d|\/\w+\.html)/.test(text);
  expect(wrong(await read(tag), isWrong)).toEqual([]);
});
