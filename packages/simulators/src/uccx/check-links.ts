import type { XmlElement } from '../xml/xml-element.ts';
import { invalid } from './schema.ts';

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
