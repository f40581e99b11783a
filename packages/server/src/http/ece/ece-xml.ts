import { parseXml, writeXml, type XmlElement, xmlElement } from '@eyeline/finesse';

/** Bodies in XML are no longer, nor deeper. */
const limits = { maxLength: 200_000, maxDepth: 30 };

/**
 * A body in XML as the JSON that says the same, without its root. Elements of one name become a list where there are several.
 * @throws XmlError, for a document type too: nothing is ever expanded
 */
export const readEceXml = (text: string): unknown => contentOf(parseXml(text, limits));

function contentOf({ children, text }: XmlElement): unknown {
  if (children.length === 0) return text;
  const byName = new Map<string, unknown[]>();
  for (const child of children) byName.set(child.name, [...(byName.get(child.name) ?? []), contentOf(child)]);
  return Object.fromEntries([...byName].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

/** An answer in XML, under a root that JSON has no name for. */
export const writeEceXml = (root: string, body: object): string => writeXml(elementOf(root, body));

function elementOf(name: string, value: unknown): XmlElement {
  if (typeof value !== 'object' || value === null) return xmlElement(name, String(value));
  return xmlElement(
    name,
    Object.entries(value).flatMap(([key, one]) =>
      one === undefined ? [] : (Array.isArray(one) ? one : [one]).map(each => elementOf(key, each)),
    ),
  );
}
