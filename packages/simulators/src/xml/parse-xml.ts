import { XMLParser } from 'fast-xml-parser';
import type { XmlElement } from './xml-element.ts';

const maxLength = 1024 * 1024;
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  ignoreDeclaration: true,
  ignorePiTags: true,
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  processEntities: false,
  maxNestedTags: 40,
});

/** Parses one document; `undefined` when it is none, is too long or too deep, or declares a document type. */
export function parseXml(text: string): XmlElement | undefined {
  if (text.length > maxLength || /<!(DOCTYPE|ENTITY)/i.test(text)) return undefined;
  try {
    const roots = elementsOf(parser.parse(text, true));
    return roots.length === 1 ? roots[0] : undefined;
  } catch {
    return undefined;
  }
}

function elementsOf(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap((node: unknown) => {
    if (!isRecord(node)) return [];
    const name = Object.keys(node).find(key => key !== ':@' && !key.startsWith('#'));
    if (name === undefined) return [];
    const content = node[name];
    return [
      { name, attributes: attributesOf(node[':@']), children: elementsOf(content), text: ownText(content).trim() },
    ];
  });
}

function ownText(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) => (isRecord(part) && '#text' in part ? decode(String(part['#text'])) : ''))
    .join('');
}

function attributesOf(attributes: unknown): Readonly<Record<string, string>> {
  if (!isRecord(attributes)) return {};
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [name, decode(String(value))]));
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decode(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name !== undefined) return named[String(name).toLowerCase()] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(String(hex), 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
