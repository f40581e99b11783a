import { expect, test, vi } from 'vitest';
import { tagFaults, warnOfTag } from './tag-faults.ts';

vi.stubGlobal('CSS', { supports: (_: string, value: string) => value !== 'banana' });

test('a tag that is well says nothing, whatever others have put there', () => {
  const tag = {
    entryPoint: 'support',
    accent: '#123456',
    theme: 'dark',
    modes: 'video, chat',
    whenClosed: 'say',
    turboTrack: 'reload',
  };
  expect(tagFaults(tag)).toEqual([]);
});

test.each([
  [{ accent: 'banana' }, 'data-accent="banana" is no colour that CSS knows. Write one as #3457d5 or rebeccapurple.'],
  [{ mode: 'chat' }, 'There is no data-mode. Write data-modes.'],
  [{ themes: 'dark' }, 'There is no data-themes. Write data-theme.'],
  [{ whenclosed: 'hide' }, 'There is no data-whenclosed. Write data-when-closed.'],
  [{ modes: 'chat phone' }, 'data-modes="chat phone" has "phone" in it. Write some of video, chat, callback, message.'],
  [{ position: 'top' }, 'data-position="top" has to be one of right, left.'],
  [{ whenClosed: 'Hide' }, 'data-when-closed="Hide" has to be one of hide, say.'],
  [
    { language: 'German language' },
    'data-language="German language" is no tag of a language. Write one as de or pt-BR.',
  ],
])('%j', (tag, sentence) => {
  expect(tagFaults(tag)).toEqual([sentence]);
});

test('all of it is said at once', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  warnOfTag({ theme: 'dark' });
  expect(warn).not.toHaveBeenCalled();
  warnOfTag({ theme: 'night', position: 'top' });
  expect(warn.mock.calls).toEqual([
    [
      'eyeline.js: look at its tag.\ndata-theme="night" has to be one of auto, light, dark.\ndata-position="top" has to be one of right, left.',
    ],
  ]);
});
