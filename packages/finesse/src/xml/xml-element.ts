/** One element of a parsed document. Prefixes of namespaces are gone, entities are decoded, text is trimmed. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The element's own text; empty for an empty element. */
  readonly text: string;
}

/** Makes an element to be written: children, or text. */
export function xmlElement(
  name: string,
  content: string | readonly XmlElement[] = '',
  attributes: Readonly<Record<string, string>> = {},
): XmlElement {
  const isText = typeof content === 'string';
  return {
    name,
    attributes: new Map(Object.entries(attributes)),
    children: isText ? [] : content,
    text: isText ? content : '',
  };
}

/** Whether an element has this name. Cisco writes `User` and `user`, `ReasonCode` and `reasonCode`. */
export function isNamed(element: XmlElement, name: string): boolean {
  return element.name.toLowerCase() === name.toLowerCase();
}

/** The first child of this name, in any case. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(child => isNamed(child, name));
}

/** Every child of this name, in any case. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter(child => isNamed(child, name)) ?? [];
}

/** The text of a child: `undefined` when the child is missing, `''` when it is empty. The two mean different things. */
export function textOf(element: XmlElement | undefined, name: string): string | undefined {
  return childOf(element, name)?.text;
}

/** The text of a child that is present and not empty. */
export function filledText(element: XmlElement | undefined, name: string): string | undefined {
  return textOf(element, name) || undefined;
}

/** The number in a child; `undefined` when it is missing, empty or no number. */
export function numberOf(element: XmlElement | undefined, name: string): number | undefined {
  const text = filledText(element, name);
  const number = Number(text);
  return text === undefined || !Number.isFinite(number) ? undefined : number;
}

/** The boolean in a child; `undefined` when it is missing or neither. */
export function booleanOf(element: XmlElement | undefined, name: string): boolean | undefined {
  const text = textOf(element, name)?.toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : undefined;
}

/** The instant in a child, as ms since the epoch; Finesse leaves it empty when it does not know. */
export function instantOf(element: XmlElement | undefined, name: string): number | undefined {
  const at = Date.parse(textOf(element, name) ?? '');
  return Number.isNaN(at) ? undefined : at;
}
