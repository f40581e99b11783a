import { encodeEntities } from './entities.ts';
import type { XmlElement } from './xml-element.ts';

/** Writes an element and its children in their order, without whitespace between them. */
export function writeXml(element: XmlElement): string {
  const attributes = [...element.attributes].map(([name, value]) => ` ${name}="${encodeEntities(value)}"`).join('');
  const content = encodeEntities(element.text) + element.children.map(writeXml).join('');
  const open = `<${element.name}${attributes}`;
  return content === '' ? `${open}/>` : `${open}>${content}</${element.name}>`;
}
