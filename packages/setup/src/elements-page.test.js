import { expect, test } from 'vitest';
import { describeElements } from './custom-elements.js';
import { elementsPage } from './elements-page.js';

const page = elementsPage(await describeElements());
const widget = page.slice(page.indexOf('## `<eyeline-widget>`'), page.indexOf('## `<eyeline-gadget>`'));

test('says of the widget what may be given to it, told to it, heard of it and changed in its looks', () => {
  expect(widget).toContain('Class: `WidgetElement`.');
  expect(widget).toMatch(/^\| `theme` \| `theme` \| `'auto' \\\| 'light' \\\| 'dark'` \| `'auto'` \| .*device/m);
  expect(widget).toMatch(/^\| `send\(text: string\): Promise<\{ readonly messageId: string \}>` \| Sends/m);
  expect(widget).toMatch(/^\| `eyeline-unread` \| `UnreadDetail` \| /m);
  expect(widget).toMatch(/^\| `launcher` \| /m);
  expect(widget).toMatch(/^\| `--eyeline-color-accent` \| /m);
});

test('has every element once, and no row that breaks its table', async () => {
  const tags = [...page.matchAll(/^## `<(.*)>`$/gm)].map(([, tag]) => tag);
  expect(new Set(tags).size).toBe(tags.length);
  expect(tags).toContain('eyeline-message-list');
  for (const [block] of page.matchAll(/(?:^\|.*\n)+/gm)) {
    const cells = block
      .trim()
      .split('\n')
      .map(row => row.replaceAll('\\|', '').split('|').length);
    expect(new Set(cells).size, block).toBe(1);
  }
});
