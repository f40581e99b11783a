import { describe, expect, test } from 'vitest';
import { parseXml } from './parse-xml.ts';
import { writeXml } from './write-xml.ts';
import { booleanOf, childrenOf, textOf, xmlElement } from './xml-element.ts';
import { XmlError } from './xml-error.ts';

const codeOf = (text: string, limits?: Parameters<typeof parseXml>[1]) => {
  try {
    parseXml(text, limits);
    return 'read';
  } catch (error) {
    return error instanceof XmlError ? error.code : error;
  }
};

describe('parseXml', () => {
  test('1.1 names are found in any case, missing and empty are told apart', () => {
    const user = parseXml(
      '<?xml version="1.0"?><user><PendingState></PendingState><roles><role>A</role><Role/></roles></user>',
    );
    expect(textOf(user, 'pendingState')).toBe('');
    expect(textOf(user, 'reasonCodeId')).toBeUndefined();
    const [roles] = childrenOf(user, 'roles');
    expect(childrenOf(roles, 'role').map(({ text }) => text)).toEqual(['A', '']);
    expect(booleanOf(user, 'nothing')).toBeUndefined();
  });

  test('1.2 prefixes go, references and CDATA are text, numbers stay text', () => {
    const root = parseXml(
      '<a:b xmlns:a="x" c="1 &amp; 2"><n> 007 </n><t>&lt;i&gt; &#233;&#x1F600; &unknown;</t><d><![CDATA[<x>&amp;]]></d></a:b>',
    );
    expect(root.name).toBe('b');
    expect(root.attributes.get('c')).toBe('1 & 2');
    expect(textOf(root, 'n')).toBe('007');
    expect(textOf(root, 't')).toBe('<i> é😀 &unknown;');
    expect(textOf(root, 'd')).toBe('<x>&amp;');
  });

  test('1.3 decoded once: a text that holds markup stays a text', () => {
    expect(parseXml('<a>&amp;lt;b&amp;gt;</a>').text).toBe('&lt;b&gt;');
  });

  test.each([
    ['html-page', '<!DOCTYPE html><html><head><title>Sign in</title></head><body><br></body></html>'],
    ['html-page', '  <HTML><body/></HTML>'],
    ['not-xml', ''],
    ['not-xml', 'Service Unavailable'],
    ['not-xml', '<a><b></a>'],
    ['not-xml', '<a/><b/>'],
    ['not-xml', '{"a":1}'],
    ['doctype', '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'],
    ['doctype', '<a><!DOCTYPE b></a>'],
    ['not-xml', '<a><__proto__>1</__proto__></a>'],
  ])('1.4 refuses as %s: %s', (code, text) => {
    expect(codeOf(text)).toBe(code);
  });

  test('1.5 the page of a proxy is told by its title', () => {
    expect(() => parseXml('<!doctype html><title>502 Bad Gateway</title>')).toThrow('("502 Bad Gateway")');
  });

  test('1.6 a thousand million laughs are not laughed', () => {
    const entities = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
    const startedAt = performance.now();
    expect(codeOf(`<?xml version="1.0"?><!DOCTYPE l [<!ENTITY l0 "ha">${entities.join('')}]><l>&l9;</l>`)).toBe(
      'doctype',
    );
    expect(performance.now() - startedAt).toBeLessThan(200);
  });

  test('1.7 depth and length are limited, at the limit it is read', () => {
    const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
    const limits = { maxLength: 1_000_000, maxDepth: 10 };
    expect(codeOf(nested(10), limits)).toBe('read');
    expect(codeOf(nested(11), limits)).toBe('too-deep');
    expect(codeOf(nested(100_000), limits)).toBe('too-deep');
    expect(codeOf(`<a>${'x'.repeat(100)}</a>`, { maxLength: 107, maxDepth: 10 })).toBe('read');
    expect(codeOf(`<a>${'x'.repeat(101)}</a>`, { maxLength: 107, maxDepth: 10 })).toBe('too-long');
  });
});

test('1.8 what is written stays text and comes back', () => {
  const text = `<script>"'&]]>\u0000é</script>`;
  const written = writeXml(xmlElement('a', [xmlElement('b', text), xmlElement('c')], { name: '"<' }));
  expect(written).toBe('<a name="&quot;&lt;"><b>&lt;script&gt;&quot;\'&amp;]]&gt;é&lt;/script&gt;</b><c/></a>');
  expect(textOf(parseXml(written), 'b')).toBe(text.replace('\u0000', ''));
});
