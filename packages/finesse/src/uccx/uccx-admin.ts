import { childOf, childrenOf, filledText, type XmlElement, xmlElement } from '../xml/xml-element.ts';
import type { UccxAdminClient } from './admin-client.ts';
import {
  readCalendar,
  readQueue,
  readResource,
  readSkill,
  readTeamObject,
  type UccxCalendar,
  type UccxQueue,
  type UccxResource,
  type UccxSkill,
  type UccxTeam,
} from './objects.ts';
import { withSkills } from './reskill.ts';

/** UCCX's administration in our words. There is no agent's state here: that is Finesse's. */
export class UccxAdmin {
  readonly #client: UccxAdminClient;

  constructor(client: UccxAdminClient) {
    this.#client = client;
  }

  async skills(): Promise<readonly UccxSkill[]> {
    return this.#list('/skill', 'skills', 'skill', readSkill);
  }

  async resources(): Promise<readonly UccxResource[]> {
    return this.#list('/resource', 'resources', 'resource', readResource);
  }

  async teams(): Promise<readonly UccxTeam[]> {
    return this.#list('/team', 'teams', 'team', readTeamObject);
  }

  async queues(): Promise<readonly UccxQueue[]> {
    return this.#list('/csq', 'csqs', 'csq', readQueue);
  }

  /** UCCX 12.0 and later. */
  async calendars(): Promise<readonly UccxCalendar[]> {
    return this.#list('/calendar', 'calendars', 'calendar', readCalendar);
  }

  /** Makes a skill; answers its address. */
  async createSkill(name: string): Promise<string> {
    return this.#client.create('/skill', xmlElement('skill', [xmlElement('skillName', name)]));
  }

  /** Gives a skill another name. */
  async renameSkill(id: string, name: string): Promise<void> {
    const path = `/skill/${encodeURIComponent(id)}`;
    const skill = await this.#client.read(path, 'skill');
    const children = skill.children.map(child => (child.name === 'skillName' ? { ...child, text: name } : child));
    await this.#client.replace(path, { ...skill, children });
  }

  async removeSkill(id: string): Promise<void> {
    await this.#client.remove(`/skill/${encodeURIComponent(id)}`);
  }

  /** Gives an agent another list of skills: reads the resource, changes that list, writes all of it back. */
  async reskill(
    userId: string,
    skills: readonly { readonly skill: UccxSkill; readonly level: number }[],
  ): Promise<void> {
    const path = `/resource/${encodeURIComponent(userId)}`;
    const resource = await this.#client.read(path, 'resource');
    // Links are written as UCCX writes its own.
    const self = filledText(resource, 'self')?.replace(/\/resource\/[^/]*$/, '') ?? '';
    await this.#client.replace(path, withSkills(resource, skills, self));
  }

  async #list<T>(
    path: string,
    root: string,
    item: string,
    read: (element: XmlElement) => T | undefined,
  ): Promise<readonly T[]> {
    const list = await this.#client.read(path, root);
    // A list of one may be the object itself.
    const items = childOf(list, item) ? childrenOf(list, item) : [list];
    return items.flatMap(element => read(element) ?? []);
  }
}
