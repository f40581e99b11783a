import { XMLParser } from 'fast-xml-parser';
import { xmlFaults } from '../sentences/xml.ts';
import { decodeEntities } from './entities.ts';
import type { XmlElement } from './xml-element.ts';
import { XmlError } from './xml-error.ts';

/** What a document may be. */
export interface XmlLimits {
  /** In UTF-16 units. */
  readonly maxLength: number;
  /** Elements inside one another. */
  readonly maxDepth: number;
}

/** Room for `/Users` of some 4 000 agents; nothing of Cisco's is more than 12 deep. */
export const xmlLimits: XmlLimits = { maxLength: 16 * 1024 * 1024, maxDepth: 40 };

const attributesKey = ':@';
const textKey = '#text';

/**
 * Parses one document. Entities of a DTD are never read: a document that has one is refused.
 * @throws {XmlError} when it is no XML, an HTML page (Tomcat and proxies answer with them), too long or too deep
 */
export function parseXml(text: string, limits: XmlLimits = xmlLimits): XmlElement {
  if (text.length > limits.maxLength) {
    throw new XmlError('too-long', xmlFaults.tooLong(text.length, limits.maxLength));
  }
  if (/^\s*<(!doctype\s+html|html)\b/i.test(text.slice(0, 400))) {
    const title = titleOf(text);
    throw new XmlError('html-page', xmlFaults.webPage(title), title);
  }
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) {
    throw new XmlError('doctype', xmlFaults.documentType);
  }
  const roots = nodesOf(parse(text, limits));
  const [root] = roots;
  if (root === undefined || roots.length > 1) throw new XmlError('not-xml', xmlFaults.notOneDocument);
  return root;
}

function parse(text: string, limits: XmlLimits): unknown {
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
    cdataPropName: '#cdata',
    // The parser does not count the root.
    maxNestedTags: Math.max(1, limits.maxDepth - 1),
  });
  try {
    return parser.parse(text, true);
  } catch (error) {
    const stated = error instanceof Error ? error.message : String(error);
    if (error instanceof RangeError || /nested tags/i.test(stated)) {
      throw new XmlError('too-deep', xmlFaults.tooDeep(limits.maxDepth));
    }
    throw new XmlError('not-xml', xmlFaults.notXml(stated.slice(0, 200)));
  }
}

function nodesOf(nodes: unknown): XmlElement[] {
  if (!Array.isArray(nodes)) return [];
  return nodes.flatMap(node => elementOf(node) ?? []);
}

function elementOf(node: unknown): XmlElement | undefined {
  if (!isRecord(node)) return undefined;
  const name = Object.keys(node).find(key => key !== attributesKey && !key.startsWith('#'));
  if (name === undefined) return undefined;
  const content = node[name];
  return {
    name,
    attributes: attributesOf(node[attributesKey]),
    children: nodesOf(content),
    text: ownText(content).trim(),
  };
}

function ownText(content: unknown): string {
  if (!Array.isArray(content)) return '';
  return content
    .map((part: unknown) => {
      if (!isRecord(part)) return '';
      const text = part[textKey];
      if (text !== undefined) return decodeEntities(String(text));
      const raw = part['#cdata'];
      return Array.isArray(raw) ? raw.map(piece => (isRecord(piece) ? String(piece[textKey] ?? '') : '')).join('') : '';
    })
    .join('');
}

function attributesOf(attributes: unknown): ReadonlyMap<string, string> {
  if (!isRecord(attributes)) return new Map();
  return new Map(Object.entries(attributes).map(([name, value]) => [name, decodeEntities(String(value))]));
}

function titleOf(page: string): string {
  const title = /<title>([^<]{1,120})/i.exec(page.slice(0, 20_000))?.[1]?.trim();
  return title ? `"${title}"` : '';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
