import { readFileSync } from 'node:fs';
import { deviceFailure } from '@eyeline/machines';
import { failure } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speakLanguage } from '../languages/widget.ts';
import { chat } from './chat.ts';
import { deskSignIn } from './desk-sign-in.ts';
import { sentenceOf } from './language.ts';
import { milestone } from './milestone.ts';
import { modes } from './modes.ts';
import { permission } from './permission.ts';
import { useLanguage } from './use-language.ts';
import { useOwnDeskSentences } from './use-own-desk-sentences.ts';
import { type OwnWidgetSentences, useOwnSentences } from './use-own-sentences.ts';
import { widget } from './widget.ts';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
beforeEach(() => warn.mockClear());
afterEach(() => {
  useOwnSentences({});
  useLanguage({ tag: 'en', dir: 'ltr' });
});
/** What a page gives that nobody has looked at. */
const use = (own: unknown) => useOwnSentences(own as OwnWidgetSentences);

test('what a site says in its own words is said in each language that it gives, and nothing else changes', async () => {
  useOwnSentences({
    en: { widget: { label: 'Ask Halden' }, modes: { calls: { voice: 'Ring us' } } },
    de: { widget: { label: 'Fragen Sie Halden' } },
  });
  expect([widget.label, widget.close]).toEqual(['Ask Halden', 'Close']);
  expect(modes.calls).toMatchObject({ voice: 'Ring us', 'two-way': 'Video call' });
  await speakLanguage('de-AT');
  expect([widget.label, widget.close]).toEqual(['Fragen Sie Halden', 'Schließen']);
  expect(modes.calls).toMatchObject({ voice: 'Sprachanruf', 'two-way': 'Videoanruf' });
  await speakLanguage('en');
  expect([widget.label, modes.calls.voice]).toEqual(['Ask Halden', 'Ring us']);
  useOwnSentences({});
  expect([widget.label, modes.calls.voice]).toEqual(['Chat with us', 'Voice call']);
  expect(warn).not.toHaveBeenCalled();
});

test('the example in the README is said, and complains of nothing', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  use(JSON.parse(/```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''));
  expect([widget.start, chat.isTyping('Anna')]).toEqual(['Talk to Halden', 'Anna is writing to you']);
  await speakLanguage('de');
  expect([widget.start, sentenceOf(failure('closed'))]).toEqual([
    ...['Mit Halden sprechen', 'Wir sind ab Montag wieder da.'],
  ]);
  expect(warn).not.toHaveBeenCalled();
});

test('values come into a sentence by a function, or by a text with their places', () => {
  useOwnSentences({
    en: {
      chat: { isTyping: '{1} writes', between: '{1} to {2} min', number: place => `Place ${place}` },
      milestone: { joined: '{1} is here' },
      modes: { noVideo: 'Instead: {1}' },
    },
  });
  expect([chat.isTyping('Anna'), chat.between(2, 5), chat.number(3)]).toEqual(['Anna writes', '2 to 5 min', 'Place 3']);
  expect(modes.noVideo(['chat', 'a call'])).toBe('Instead: chat, a call');
  // Nobody knows the name: the text has nothing to put there.
  expect([milestone.joined('Anna'), milestone.joined(null)]).toEqual(['Anna is here', 'You joined the chat']);
  expect(chat.isTyping('$& <b>')).toBe('$& <b> writes');
});

test('failures are said in own words, those of the microphone apart from those of the camera', () => {
  use({
    en: {
      failures: { closed: 'Back on Monday.', denied: 'Camera, please.' },
      microphone: { ended: 'It is unplugged.' },
    },
  });
  expect(sentenceOf(failure('closed'))).toBe('Back on Monday.');
  expect(sentenceOf(deviceFailure('denied'))).toBe('Camera, please.');
  expect(sentenceOf(deviceFailure('denied', 'microphone'))).toBe(deviceFailure('denied', 'microphone').message);
  expect(sentenceOf(deviceFailure('ended', 'microphone'))).toBe('It is unplugged.');
});

test('what cannot be said stays as it is built in, and whoever builds the page is told where', () => {
  use({
    en: {
      ...{ chat: { sned: 'Send it', send: 3, isTyping: '{2} writes', write: ' ' }, nothing: {}, widget: 'Chat' },
      permission: { prompt: ['Only one'], chromium: { 0: 'One' } },
      failures: { clsoed: 'Closed', closed: null, constructor: 'x' },
      modes: { calls: { voice: () => 'Ring us', __proto__: null, toString: 'x' } },
    },
    de: { chat: { gone: '' } },
    fr: 'Bonjour',
  });
  expect([chat.send, chat.write, chat.isTyping('Anna'), widget.title]).toEqual([
    ...['Send', 'Write a message', 'Anna is typing', 'Chat'],
  ]);
  expect([permission.prompt.length, modes.calls.voice]).toEqual([2, 'Voice call']);
  expect(sentenceOf(failure('closed'))).toBe(failure('closed').message);
  const told = warn.mock.calls.map(([text]) => /sentences: (\S+)/.exec(text)?.[1]);
  expect(told).toEqual([
    ...['en.chat.sned', 'en.chat.send', 'en.chat.isTyping', 'en.chat.write', 'en.nothing', 'en.widget'],
    ...['en.permission.prompt', 'en.permission.chromium'],
    ...['en.failures.clsoed', 'en.failures.closed', 'en.failures.constructor'],
    ...['en.modes.calls.voice', 'en.modes.calls.toString', 'de.chat.gone', 'fr'],
  ]);
});

test('a function that fails, or says no text, leaves the built-in sentence', () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  use({
    en: {
      chat: {
        isTyping: () => {
          throw new Error('no');
        },
        number: () => ({ strings: ['<b>'] }),
      },
    },
  });
  expect([chat.isTyping('Anna'), chat.number(2)]).toEqual(['Anna is typing', 'You are number 2 in the queue']);
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
});

test.each([undefined, null, 'text', 3])('%j is no set of sentences', own => {
  use(own);
  expect(warn).toHaveBeenCalledOnce();
  expect(chat.send).toBe('Send');
});

test('a contact centre says to its agents what it likes', () => {
  useOwnDeskSentences({ en: { deskSignIn: { signIn: 'Begin your day' }, chat: { send: 'Off it goes' } } });
  expect([deskSignIn.signIn, deskSignIn.password, chat.send]).toEqual(['Begin your day', 'Password', 'Off it goes']);
  useOwnDeskSentences({});
  expect([deskSignIn.signIn, chat.send]).toEqual(['Sign in', 'Send']);
});
