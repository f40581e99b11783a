import { failure } from '@eyeline/protocol';
import { afterEach, expect, test, vi } from 'vitest';
import { waitWords } from '../widget/wait-words.ts';
import { chat } from './chat.ts';
import { deskSignIn } from './desk-sign-in.ts';
import { follow, language, sentenceOf, unfollow } from './language.ts';
import { useDeskLanguage } from './use-desk-language.ts';
import { useLanguage } from './use-language.ts';
import { widget } from './widget.ts';

afterEach(() => useLanguage({ tag: 'en', dir: 'ltr' }));

const swedish = {
  tag: 'sv',
  dir: 'ltr',
  widget: { label: 'Chatta med oss' },
  chat: { upTo: (minutes: number) => `högst ${minutes} minuter` },
  failures: { closed: 'Vi har stängt just nu.' },
} as const;

test('what is given is said, and English where nothing is', () => {
  useLanguage(swedish);
  expect(widget.label).toBe('Chatta med oss');
  expect(waitWords({ lowMs: 0, expectedMs: 0, highMs: 180_000 })).toBe('högst 3 minuter');
  expect(widget.close).toBe('Close');
  expect(sentenceOf(failure('closed'))).toBe('Vi har stängt just nu.');
  expect(sentenceOf(failure('server-busy'))).toBe(failure('server-busy').message);
});

test('nothing of one language is left in the next', () => {
  useLanguage(swedish);
  useLanguage({ tag: 'ar', dir: 'rtl', chat: { send: 'إرسال' } });
  expect(language).toEqual({ tag: 'ar', dir: 'rtl' });
  expect([widget.label, chat.send, chat.upTo(3)]).toEqual(['Chat with us', 'إرسال', 'up to 3 minutes']);
  expect(sentenceOf(failure('closed'))).toBe(failure('closed').message);
});

test('the desk takes its own sentences and those of the parts that it shares', () => {
  useDeskLanguage({ tag: 'sv', dir: 'ltr', deskSignIn: { signIn: 'Logga in' }, chat: { send: 'Skicka' } });
  expect([deskSignIn.signIn, deskSignIn.password, chat.send]).toEqual(['Logga in', 'Password', 'Skicka']);
  useDeskLanguage({ tag: 'en', dir: 'ltr' });
  expect(deskSignIn.signIn).toBe('Sign in');
});

test('what a page has put into an element stays in the language of the page', () => {
  const gadget = { lang: '', dir: '', firstElementChild: {}, requestUpdate: vi.fn() };
  follow(gadget);
  expect(gadget).toMatchObject({ lang: '', dir: '' });
  expect(gadget.requestUpdate).toHaveBeenCalledOnce();
  unfollow(gadget);
});

test('elements that are on a page say which language they are in and draw again, those that left it do not', () => {
  const element = () => ({ lang: '', dir: '', firstElementChild: null, requestUpdate: vi.fn() });
  const [here, gone] = [element(), element()];
  for (const one of [here, gone]) follow(one);
  unfollow(gone);
  expect(here).toMatchObject({ lang: 'en', dir: 'ltr' });
  here.requestUpdate.mockClear();
  gone.requestUpdate.mockClear();
  useLanguage({ tag: 'ar', dir: 'rtl' });
  expect(here).toMatchObject({ lang: 'ar', dir: 'rtl' });
  expect(here.requestUpdate).toHaveBeenCalledOnce();
  expect(gone).toMatchObject({ lang: 'en' });
  expect(gone.requestUpdate).not.toHaveBeenCalled();
  unfollow(here);
});
