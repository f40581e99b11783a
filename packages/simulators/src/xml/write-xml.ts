import type { XmlElement } from './xml-element.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Writes an element and what is in it, without whitespace. */
export function writeXml({ name, attributes, children, text }: XmlElement): string {
  const written = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const content = escapeXml(text) + children.map(writeXml).join('');
  return content === '' ? `<${name}${written.join('')}/>` : `<${name}${written.join('')}>${content}</${name}>`;
}

// What XML 1.0 has no place for, but for tab and ends of lines, is left out.
const unwritable = /[^\P{Cc}\t\n\r\u007f-\u009f]|[\ufffe\uffff]/gu;

export function escapeXml(text: string): string {
  return text.replace(unwritable, '').replace(/[&<>"']/g, character => entities[character] ?? character);
}
