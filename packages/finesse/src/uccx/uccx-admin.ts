import { childOf, childrenOf, filledText, type XmlElement, xmlElement } from '../xml/xml-element.ts';
import type { UccxAdminClient } from './admin-client.ts';
import type { SkillLevel } from './links.ts';
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
import { type SchemaKind, withChildren } from './schema-order.ts';
import { type CalendarDraft, calendarElements } from './write-calendar.ts';
import { type QueueDraft, queueElements } from './write-queue.ts';
import { type TeamDraft, teamElements } from './write-team.ts';

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
    await this.#change('skill', id, () => [xmlElement('skillName', name)]);
  }

  async removeSkill(id: string): Promise<void> {
    await this.#client.remove(pathOf('skill', id));
  }

  /** Makes a queue; answers its address. */
  async createQueue(draft: QueueDraft): Promise<string> {
    // The only one there is; UCCX wants it said.
    const algorithm = xmlElement('queueAlgorithm', 'FIFO');
    return this.#create('csq', [algorithm, ...queueElements(draft, this.#client.address)]);
  }

  /** Changes what is given of a queue: reads it, edits that, and writes all of it back. */
  async changeQueue(id: string, changes: Partial<QueueDraft>): Promise<void> {
    await this.#change('csq', id, base => queueElements(changes, base));
  }

  async removeQueue(id: string): Promise<void> {
    await this.#client.remove(pathOf('csq', id));
  }

  /** Makes a team; answers its address. */
  async createTeam(draft: TeamDraft): Promise<string> {
    return this.#create('team', teamElements(draft, this.#client.address));
  }

  async changeTeam(id: string, changes: Partial<TeamDraft>): Promise<void> {
    await this.#change('team', id, base => teamElements(changes, base));
  }

  async removeTeam(id: string): Promise<void> {
    await this.#client.remove(pathOf('team', id));
  }

  /** Makes a calendar; answers its address. UCCX 12.0 and later. */
  async createCalendar(draft: CalendarDraft): Promise<string> {
    return this.#create('calendar', calendarElements(draft));
  }

  async changeCalendar(id: string, changes: Partial<CalendarDraft>): Promise<void> {
    await this.#change('calendar', id, () => calendarElements(changes));
  }

  async removeCalendar(id: string): Promise<void> {
    await this.#client.remove(pathOf('calendar', id));
  }

  /** Gives an agent another list of skills: reads the resource, changes that list, writes all of it back. */
  async reskill(userId: string, skills: readonly SkillLevel[]): Promise<void> {
    const path = pathOf('resource', userId);
    const resource = await this.#client.read(path, 'resource');
    await this.#client.replace(path, withSkills(resource, skills, baseOf(resource, 'resource', this.#client)));
  }

  async #create(kind: SchemaKind, children: readonly XmlElement[]): Promise<string> {
    return this.#client.create(`/${kind}`, withChildren(xmlElement(kind, []), kind, children));
  }

  async #change(kind: SchemaKind, id: string, edit: (base: string) => readonly XmlElement[]): Promise<void> {
    const path = pathOf(kind, id);
    const object = await this.#client.read(path, kind);
    await this.#client.replace(path, withChildren(object, kind, edit(baseOf(object, kind, this.#client))));
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

function pathOf(kind: SchemaKind, id: string): string {
  return `/${kind}/${encodeURIComponent(id)}`;
}

/** Links are written as UCCX writes its own: its name for itself may not be the one it is asked by. */
function baseOf(object: XmlElement, kind: SchemaKind, client: UccxAdminClient): string {
  const [base, rest] = filledText(object, 'self')?.split(`/${kind}/`) ?? [];
  return base !== undefined && rest !== undefined ? base : client.address;
}
