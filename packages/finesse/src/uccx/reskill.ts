import { FinesseError } from '../finesse-error.ts';
import { isNamed, type XmlElement, xmlElement } from '../xml/xml-element.ts';
import type { UccxSkill } from './objects.ts';

const mostSkills = 50;

/**
 * The same resource with another list of skills. Everything else stays as it was read, in its order and spelling: UCCX
 * replaces the whole object and checks the order.
 * @param skills the whole list, levels 1 to 10, at most 50
 * @param self the API's address, such as `https://uccx1.example.com/adminapi`
 * @throws {FinesseError} invalid-input
 */
export function withSkills(
  resource: XmlElement,
  skills: readonly { readonly skill: UccxSkill; readonly level: number }[],
  self: string,
): XmlElement {
  if (skills.length > mostSkills) {
    throw new FinesseError(
      'invalid-input',
      `An agent of UCCX has at most ${mostSkills} skills, not ${skills.length}: take some away.`,
    );
  }
  const wrong = skills.find(({ level }) => !Number.isInteger(level) || level < 1 || level > 10);
  if (wrong) {
    throw new FinesseError('invalid-input', `The level of ${wrong.skill.name} is ${wrong.level}: UCCX takes 1 to 10.`);
  }
  const map = xmlElement(
    'skillMap',
    skills.map(({ skill, level }) =>
      xmlElement('skillCompetency', [
        xmlElement('competencelevel', String(level)),
        xmlElement('skillNameUriPair', [xmlElement('refURL', `${self}/skill/${skill.id}`)], { name: skill.name }),
      ]),
    ),
  );
  const place = resource.children.findIndex(child => isNamed(child, 'skillMap'));
  if (place >= 0) return { ...resource, children: resource.children.with(place, map) };
  // Without one it belongs before the first of those that the schema has after it.
  const next = resource.children.findIndex(child => isNamed(child, 'autoAvailable'));
  return { ...resource, children: resource.children.toSpliced(next < 0 ? resource.children.length : next, 0, map) };
}
