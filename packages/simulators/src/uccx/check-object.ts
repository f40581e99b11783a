import { childOf, textOf, type XmlElement } from '../xml/xml-element.ts';
import { AdminFailure } from './admin-failure.ts';
import type { Kind } from './kinds.ts';

const mostSkills = 50;

/**
 * Checks a whole object against its schema.
 * @param isOrdered whether the order counts, as it does in XML
 * @throws {AdminFailure} 400 with the sentence of the schema's validator
 */
export function checkObject(object: XmlElement, kind: Kind, isOrdered: boolean): void {
  const expected = kind.order.map(name => ({ name: name.replace('?', ''), isOptional: name.endsWith('?') }));
  const remaining = isOrdered ? object.children.map(({ name }) => name) : inOrder(object, expected);
  for (const { name, isOptional } of expected) {
    if (remaining[0] === name) remaining.shift();
    else if (!isOptional) throw wrongElement(remaining[0], name);
  }
  if (remaining.length > 0) throw wrongElement(remaining[0], kind.order.at(-1)?.replace('?', '') ?? '');
  const competences = childOf(object, 'skillMap')?.children ?? [];
  if (competences.length > mostSkills) throw invalid(`A resource has at most ${mostSkills} skills.`);
  for (const competence of competences) {
    const level = Number(textOf(competence, 'competencelevel'));
    if (!Number.isInteger(level) || level < 1 || level > 10)
      throw invalid('The competence level must be between 1 and 10.');
  }
}

/** Checks that every link in an object leads to something. @throws {AdminFailure} 400 */
export function checkLinks(object: XmlElement, exists: (path: string) => boolean): void {
  for (const child of object.children) {
    if (child.name === 'refURL') {
      const [path = '', kind = '', id = ''] = /\/adminapi\/([^/]+)\/([^/?]+)$/.exec(child.text) ?? [];
      if (!exists(`${kind}/${decodeURIComponent(id)}`)) {
        throw invalid(`Not a valid link uri : ${child.text}. The id qualifier [${id}] is not found.`, path);
      }
    }
    checkLinks(child, exists);
  }
}

function inOrder(object: XmlElement, expected: readonly { readonly name: string }[]): string[] {
  const place = (name: string) => {
    const index = expected.findIndex(each => each.name === name);
    return index < 0 ? expected.length : index;
  };
  return object.children.map(({ name }) => name).sort((one, other) => place(one) - place(other));
}

function wrongElement(found: string | undefined, name: string): AdminFailure {
  return invalid(
    found === undefined
      ? `cvc-complex-type.2.4.b: The content is not complete. One of '{${name}}' is expected.`
      : `cvc-complex-type.2.4.a: Invalid content was found starting with element '${found}'. One of '{${name}}' is expected.`,
  );
}

function invalid(message: string, data = ''): AdminFailure {
  return new AdminFailure(400, 'InvalidInput', message, data);
}
