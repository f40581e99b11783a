import { readFileSync } from 'node:fs';
import { deviceFailure } from '@eyeline/machines';
import { failures } from '@eyeline/protocol';
import { afterEach, describe, expect, test } from 'vitest';
import { failureSentences, sentenceOf } from '../sentences/language.ts';
import { given as arrivalSentences } from '../sentences/use-arrival-language.ts';
import { given as deskSentences } from '../sentences/use-desk-language.ts';
import { useLanguage, given as widgetSentences } from '../sentences/use-language.ts';
import { speakArrivalLanguage } from './arrival.ts';
import { speakDeskLanguage } from './desk.ts';
import { speakLanguage, widgetLanguages } from './widget.ts';

afterEach(() => useLanguage({ tag: 'en', dir: 'ltr' }));

/** Where each sentence stands, and how many values it takes. */
function shape(catalogues: object, path = ''): string[] {
  return Object.entries(catalogues).flatMap(([key, value]) =>
    typeof value === 'object' ? shape(value, `${path}${key}.`) : [`${path}${key}/${value.length ? typeof value : ''}`],
  );
}
/** Every sentence without its place; functions as they are written. */
const texts = (catalogues: object): string[] =>
  Object.values(catalogues).flatMap(value => (typeof value === 'object' ? texts(value) : [`${value}`]));

const withoutCode = (text: string): string => text.replace(/^\(.*?\) =>/, '').replace(/\$\{[^{}]*\}/g, '');

const english = { ...widgetSentences, ...deskSentences, ...arrivalSentences };
const expected = shape(english);
const words = texts(english);
const microphone = deviceFailure('denied', 'microphone');

describe.each(Object.keys(widgetLanguages))('%s', tag => {
  test('has every sentence, of the same kind, and none twice in English', async () => {
    await speakArrivalLanguage(tag);
    expect(await speakDeskLanguage(tag)).toBe(tag);
    expect(shape(english)).toEqual(expected);
    const said = texts(english);
    const left = words.filter(
      (text, index) => text === said[index] && /[a-z]{3}.* .*[a-z]{3}/i.test(withoutCode(text)),
    );
    expect(left).toEqual([]);
  });

  test('calls no two buttons alike that stand beside each other', async () => {
    await speakDeskLanguage(tag);
    const { call, callStart, chat, desk, deskConversation, deskOffer, deskState, widget } = english;
    const { hangUp, hold, microphone, camera, shareScreen, more, fullScreen, small, takeBack, pictureInPicture } = call;
    const beside = [
      [widget.close, widget.endChat, hangUp, hold, microphone, camera, shareScreen, more, fullScreen, small],
      [desk.close, deskConversation.more, deskConversation.showChat, hangUp, takeBack, hold, more, pictureInPicture],
      [call.accept, call.acceptWithoutCamera, call.decline, call.later, chat.send],
      [chat.end, chat.stay, widget.close, callStart.starts['two-way'], callStart.otherWays],
      [deskConversation.askColleague, deskConversation.handOver, deskConversation.endChat],
      [deskOffer.accept, deskOffer.decline, deskState.goNotReady, deskState.readyForWhat],
    ];
    for (const names of beside) expect(new Set(names).size, names.join(', ')).toBe(names.length);
  });

  test('a time within a sentence ends it with one full stop', async () => {
    await speakDeskLanguage(tag);
    const { moment, deskOffer } = english;
    for (const span of [moment.seconds(3), moment.minutes(3), moment.hours(3)])
      expect(deskOffer.waitingFor(span)).not.toContain('..');
  });

  test('has a sentence for every failure, and another one where the microphone fails than where the camera does', async () => {
    expect(await speakLanguage(tag)).toBe(tag);
    const shown = [...Object.keys(failures), 'no-connection', 'connection-lost', 'too-weak', 'denied', 'effect-failed'];
    expect(shown.filter(code => !failureSentences.has(code))).toEqual([]);
    expect(sentenceOf(microphone)).not.toBe(microphone.message);
    expect(sentenceOf(microphone)).not.toBe(sentenceOf(deviceFailure('denied')));
    expect(sentenceOf(deviceFailure('ended', 'screen'))).not.toBe(sentenceOf(deviceFailure('ended')));
  });
});

test('the README names each', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const [named = ''] = readme.match(/Beside English there are already[^.]*/) ?? [];
  expect([...named.matchAll(/`(\w+)`/g)].map(([, tag]) => tag).sort()).toEqual(Object.keys(widgetLanguages).sort());
});
