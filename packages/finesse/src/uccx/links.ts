import { type XmlElement, xmlElement } from '../xml/xml-element.ts';
import type { UccxLink, UccxSkill } from './objects.ts';

/** A skill and a level, 1 to 10. `weight` counts only in queues. */
export interface SkillLevel {
  readonly skill: UccxSkill;
  readonly level: number;
  readonly weight?: number;
}

/**
 * A link as UCCX writes its own.
 * @param base the API's address, such as `https://uccx1.example.com/adminapi`
 */
export function linkElement(element: string, base: string, kind: string, { id, name }: UccxLink): XmlElement {
  return xmlElement(element, [xmlElement('refURL', `${base}/${kind}/${encodeURIComponent(id)}`)], { name });
}

export function competenceElement({ skill, level, weight }: SkillLevel, base: string): XmlElement {
  return xmlElement('skillCompetency', [
    xmlElement('competencelevel', String(level)),
    linkElement('skillNameUriPair', base, 'skill', skill),
    ...(weight === undefined ? [] : [xmlElement('weight', String(weight))]),
  ]);
}
