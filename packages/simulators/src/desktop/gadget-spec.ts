import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';

/** What the desktop needs of a gadget's XML. */
export interface GadgetSpec {
  readonly title: string;
  /** In pixels; 0 where none is given. */
  readonly height: number;
  /** The HTML of its frame, with its macros. */
  readonly content: string;
}

/** Why an XML is no gadget, in a sentence for who wrote it. */
export class GadgetFault extends Error {
  override readonly name = 'GadgetFault';
}

/**
 * Reads an OpenSocial gadget as Finesse's Shindig does: one ModulePrefs, a Content of type html, no two preferences of one
 * name, and the feature `pubsub-2`, without which there is no hub.
 * @throws {GadgetFault}
 */
export function readGadget(text: string): GadgetSpec {
  const contents: string[] = [];
  // HTML in CDATA has its own document type, which the XML must not have.
  const outside = text.replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_whole, inside: string) => {
    contents.push(inside);
    return `cdata-${contents.length - 1}`;
  });
  const module = parseXml(outside);
  if (module?.name !== 'Module') throw new GadgetFault('It is not a Module in XML.');
  const of = (name: string, from: XmlElement = module) => from.children.filter(child => child.name === name);
  const [preferences, other] = of('ModulePrefs');
  if (!preferences || other) throw new GadgetFault('It needs one ModulePrefs.');
  const names = of('UserPref').map(({ attributes }) => attributes['name']);
  if (new Set(names).size !== names.length) throw new GadgetFault('Two UserPrefs have the same name.');
  if (!of('Require', preferences).some(({ attributes }) => attributes['feature'] === 'pubsub-2'))
    throw new GadgetFault('It does not require the feature pubsub-2.');
  const content = of('Content').find(({ attributes }) => (attributes['type'] ?? 'html') === 'html');
  const place = /^cdata-(\d+)$/.exec(content?.text ?? '')?.[1];
  const html = place === undefined ? content?.text : contents[Number(place)];
  if (!html) throw new GadgetFault('It has no Content of the type html.');
  const { title = 'Gadget', height = '' } = preferences.attributes;
  return { title, height: Number.parseInt(height, 10) || 0, content: html };
}
