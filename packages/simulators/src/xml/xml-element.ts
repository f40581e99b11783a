/** One element: of a request that was read, or of an answer to be written. Prefixes of namespaces are gone when read. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  readonly text: string;
}

export type XmlContent = string | number | boolean | readonly (XmlElement | undefined)[];

/** Makes an element of text or of children; children that are `undefined` are left out. */
export function xml(
  name: string,
  content: XmlContent = '',
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  const isList = typeof content === 'object';
  return {
    name,
    attributes,
    children: isList ? content.filter(child => child !== undefined) : [],
    text: isList ? '' : String(content),
  };
}

/** The first child of this name, in any case. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(child => child.name.toLowerCase() === name.toLowerCase());
}

/** The text of a child: `undefined` when it is missing, `''` when it is empty. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text;
}
