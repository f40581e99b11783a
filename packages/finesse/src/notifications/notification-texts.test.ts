import { expect, test } from 'vitest';
import { notificationTexts, type StanzaElement } from './notification-texts.ts';

function element(name: string, children: readonly (StanzaElement | string)[] = []): StanzaElement {
  return {
    name,
    attrs: {},
    getChildElements: () => children.filter(child => typeof child !== 'string'),
    text: () => children.filter(child => typeof child === 'string').join(''),
  };
}

test('3.5 every item of a message is read, by local names', () => {
  const item = (text: string, name = 'notification') => element('item', [element(name, [text])]);
  const message = element('message', [
    element('body', ['no']),
    element('event', [element('items', [item('<Update>1</Update>'), item('2', 'ns:notification'), element('item')])]),
  ]);
  expect(notificationTexts(message)).toEqual(['<Update>1</Update>', '2']);
  expect(notificationTexts(element('message', [element('body', ['hello'])]))).toEqual([]);
});
