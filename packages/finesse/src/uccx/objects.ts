import { optional } from '../codec/optional.ts';
import {
  type CalendarKind,
  calendarKinds,
  type QueueMedium,
  type QueuePool,
  queueMedia,
  queuePools,
  type ResourceKind,
  resourceKinds,
  type Selection,
  secondarySupervisorElement,
  selections,
  type Weekday,
  weekdays,
} from '../words/uccx-words.ts';
import { childOf, childrenOf, filledText, numberOf, type XmlElement } from '../xml/xml-element.ts';

/** A name and the id behind its link. */
export interface UccxLink {
  readonly id: string;
  readonly name: string;
}

export interface UccxSkill {
  readonly id: string;
  readonly name: string;
}

/** A skill and how well, 1 to 10. */
export interface UccxCompetence {
  readonly skillId: string;
  readonly skillName: string;
  readonly level: number;
}

/** An agent or supervisor. `id` is the user id that Finesse signs in with. */
export interface UccxResource {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly extension?: string;
  readonly kind: ResourceKind;
  readonly team?: UccxLink;
  /** Where queues find agents who are not chosen by skills. */
  readonly group?: UccxLink;
  readonly skills: readonly UccxCompetence[];
}

export interface UccxTeam {
  readonly id: string;
  readonly name: string;
  readonly primarySupervisor?: UccxLink;
  readonly secondarySupervisors: readonly UccxLink[];
}

/** A contact service queue. */
export interface UccxQueue {
  readonly id: string;
  readonly name: string;
  readonly medium: QueueMedium;
  readonly pool: QueuePool;
  readonly selection: Selection;
  /** What an agent must have, when the pool is by skills. */
  readonly skills: readonly UccxCompetence[];
  /** Whom it takes, when the pool is a resource group. */
  readonly group?: UccxLink;
  readonly wrapUpSeconds?: number;
}

export interface UccxCalendar {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly kind: CalendarKind;
  readonly hours: readonly { readonly day: Weekday; readonly from: string; readonly to: string }[];
  readonly holidays: readonly { readonly name: string; readonly date: string }[];
}

export function readSkill(element: XmlElement): UccxSkill | undefined {
  const id = filledText(element, 'skillId');
  return id ? { id, name: filledText(element, 'skillName') ?? '' } : undefined;
}

export function readResource(element: XmlElement): UccxResource | undefined {
  const id = filledText(element, 'userID');
  if (!id) return undefined;
  return {
    id,
    firstName: filledText(element, 'firstName') ?? '',
    lastName: filledText(element, 'lastName') ?? '',
    kind: resourceKinds.fromTheirs(filledText(element, 'type'), 'agent'),
    skills: readCompetences(childOf(element, 'skillMap')),
    ...optional('extension', filledText(element, 'extension')),
    ...optional('team', readLink(childOf(element, 'team'))),
    ...optional('group', readLink(childOf(element, 'resourceGroup'))),
  };
}

export function readTeamObject(element: XmlElement): UccxTeam | undefined {
  const id = filledText(element, 'teamId');
  if (!id) return undefined;
  const others = childOf(element, 'secondarySupervisors');
  return {
    id,
    name: filledText(element, 'teamname') ?? '',
    secondarySupervisors: childrenOf(others, secondarySupervisorElement).flatMap(child => readLink(child) ?? []),
    ...optional('primarySupervisor', readLink(childOf(element, 'primarySupervisor'))),
  };
}

export function readQueue(element: XmlElement): UccxQueue | undefined {
  const id = filledText(element, 'id');
  if (!id) return undefined;
  const pool = childOf(element, 'poolSpecificInfo');
  const group = childOf(pool, 'skillGroup') ?? childOf(pool, 'resourceGroup');
  return {
    id,
    name: filledText(element, 'name') ?? '',
    medium: queueMedia.fromTheirs(filledText(element, 'queueType'), 'voice'),
    pool: queuePools.fromTheirs(filledText(element, 'resourcePoolType'), 'skills'),
    selection: selections.fromTheirs(filledText(group, 'selectionCriteria'), 'longest-available'),
    skills: readCompetences(childOf(pool, 'skillGroup')),
    ...optional('group', readLink(childOf(childOf(pool, 'resourceGroup'), 'resourceGroupNameUriPair'))),
    ...optional('wrapUpSeconds', numberOf(element, 'wrapupTime')),
  };
}

export function readCalendar(element: XmlElement): UccxCalendar | undefined {
  const id = filledText(element, 'calId');
  if (!id) return undefined;
  return {
    id,
    name: filledText(element, 'name') ?? '',
    timeZone: filledText(element, 'timeZone') ?? 'UTC',
    kind: calendarKinds.fromTheirs(filledText(element, 'calendarType'), 'business-hours'),
    hours: childrenOf(childOf(element, 'businessDays'), 'businessDay').flatMap(readHours),
    holidays: childrenOf(childOf(element, 'holidays'), 'holiday').map(holiday => ({
      name: filledText(holiday, 'name') ?? '',
      date: filledText(holiday, 'date') ?? '',
    })),
  };
}

function readHours(businessDay: XmlElement): UccxCalendar['hours'] {
  const day = weekdays.fromTheirs(filledText(businessDay, 'dayOfWeek'));
  if (!day) return [];
  return childrenOf(childOf(businessDay, 'intervals'), 'interval').map(interval => ({
    day,
    from: filledText(interval, 'startTime') ?? '',
    to: filledText(interval, 'endTime') ?? '',
  }));
}

function readCompetences(element: XmlElement | undefined): readonly UccxCompetence[] {
  return childrenOf(element, 'skillCompetency').flatMap(competence => {
    const skill = readLink(childOf(competence, 'skillNameUriPair'));
    const level = numberOf(competence, 'competencelevel');
    return skill && level !== undefined ? [{ skillId: skill.id, skillName: skill.name, level }] : [];
  });
}

function readLink(element: XmlElement | undefined): UccxLink | undefined {
  const id = filledText(element, 'refURL')?.split('/').at(-1);
  return id ? { id: decodeURIComponent(id), name: element?.attributes.get('name') ?? '' } : undefined;
}
