import { FinesseError } from '../finesse-error.ts';
import { answers } from '../sentences/answers.ts';
import { type XmlElement, xmlElement } from '../xml/xml-element.ts';
import { competenceElement, type SkillLevel } from './links.ts';
import { withChildren } from './schema-order.ts';

const mostSkills = 50;

/**
 * The same resource with another list of skills. Everything else stays as it was read, in its order and spelling: UCCX
 * replaces the whole object and checks the order.
 * @param skills the whole list, levels 1 to 10, at most 50
 * @param self the API's address, such as `https://uccx1.example.com/adminapi`
 * @throws {FinesseError} invalid-input
 */
export function withSkills(resource: XmlElement, skills: readonly SkillLevel[], self: string): XmlElement {
  if (skills.length > mostSkills) {
    throw new FinesseError('invalid-input', answers.uccxTooManySkills(mostSkills, skills.length));
  }
  checkLevels(skills);
  const competences = skills.map(({ skill, level }) => competenceElement({ skill, level }, self));
  return withChildren(resource, 'resource', [xmlElement('skillMap', competences)]);
}

/** @throws {FinesseError} invalid-input */
export function checkLevels(skills: readonly SkillLevel[]): void {
  const wrong = skills.find(({ level }) => !Number.isInteger(level) || level < 1 || level > 10);
  if (wrong) {
    throw new FinesseError('invalid-input', answers.uccxLevel(wrong.skill.name, wrong.level));
  }
}
