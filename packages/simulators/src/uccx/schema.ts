import type { XmlElement } from '../xml/xml-element.ts';
import { textOf } from '../xml/xml-element.ts';
import { AdminFailure } from './admin-failure.ts';

/** What an element holds: a text that is one of some or has a form, or elements in an order. */
export type Schema =
  | { readonly type: 'text'; readonly isRight?: (text: string) => boolean; readonly sentence?: string }
  | { readonly type: 'sequence'; readonly parts: readonly Part[]; readonly check?: (element: XmlElement) => void };

export interface Part {
  readonly name: string;
  readonly schema: Schema;
  readonly least: 0 | 1;
  readonly most: number;
}

export const anyText: Schema = { type: 'text' };

export const oneOf = (...texts: readonly string[]): Schema => ({
  type: 'text',
  isRight: text => texts.includes(text),
  sentence: `is not facet-valid with respect to enumeration '[${texts.join(', ')}]'`,
});

export const matching = (form: RegExp, sentence: string): Schema => ({
  type: 'text',
  isRight: text => form.test(text),
  sentence,
});

/** A whole number, with what is said of any other. */
export const between = (least: number, most: number, sentence: string): Schema => ({
  type: 'text',
  isRight: text => /^\d+$/.test(text) && Number(text) >= least && Number(text) <= most,
  sentence,
});

/** `name`, `name?` or `name*` with what it holds. */
export function sequence(parts: Readonly<Record<string, Schema>>, check?: (element: XmlElement) => void): Schema {
  return {
    type: 'sequence',
    parts: Object.entries(parts).map(([written, schema]) => ({
      name: written.replace(/[?*]$/, ''),
      schema,
      least: /[?*]$/.test(written) ? 0 : 1,
      most: written.endsWith('*') ? Number.POSITIVE_INFINITY : 1,
    })),
    ...(check ? { check } : {}),
  };
}

/**
 * Checks an element and all that it holds.
 * @param isOrdered whether the order counts, as it does in XML
 * @throws {AdminFailure} 400 with the sentence of the schema's validator
 */
export function checkSchema(element: XmlElement, schema: Schema, isOrdered: boolean): void {
  if (schema.type === 'text') {
    if (schema.isRight?.(element.text) === false)
      throw invalid(
        schema.sentence?.startsWith('is ')
          ? `cvc-enumeration-valid: Value '${element.text}' ${schema.sentence}.`
          : (schema.sentence ?? ''),
      );
    return;
  }
  const remaining = isOrdered ? [...element.children] : inOrder(element.children, schema.parts);
  for (const { name, schema: inner, least, most } of schema.parts) {
    let count = 0;
    for (; count < most && remaining[0]?.name === name; count++) {
      const [child] = remaining.splice(0, 1);
      if (child) checkSchema(child, inner, isOrdered);
    }
    if (count < least) throw wrongElement(remaining[0]?.name, name);
  }
  if (remaining.length > 0) throw wrongElement(remaining[0]?.name, schema.parts.at(-1)?.name ?? '');
  schema.check?.(element);
}

/** Whether an element's child says this. */
export const says = (element: XmlElement, name: string, text: string): boolean => textOf(element, name) === text;

export function invalid(message: string, data = ''): AdminFailure {
  return new AdminFailure(400, 'InvalidInput', message, data);
}

function inOrder(children: readonly XmlElement[], parts: readonly Part[]): XmlElement[] {
  const place = ({ name }: XmlElement) => {
    const index = parts.findIndex(each => each.name === name);
    return index < 0 ? parts.length : index;
  };
  return [...children].sort((one, other) => place(one) - place(other));
}

function wrongElement(found: string | undefined, name: string): AdminFailure {
  return invalid(
    found === undefined
      ? `cvc-complex-type.2.4.b: The content is not complete. One of '{${name}}' is expected.`
      : `cvc-complex-type.2.4.a: Invalid content was found starting with element '${found}'. One of '{${name}}' is expected.`,
  );
}
