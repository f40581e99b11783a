import { isNamed, type XmlElement } from '../xml/xml-element.ts';

/** The elements of each kind of object in the order that UCCX's schema checks. */
export const schemaOrder = {
  skill: ['self', 'skillId', 'skillName'],
  resource: [
    ...['self', 'userID', 'firstName', 'lastName', 'extension', 'alias', 'resourceGroup', 'skillMap', 'autoAvailable'],
    ...['type', 'team', 'primarySupervisorOf', 'secondarySupervisorOf', 'csqMap'],
  ],
  csq: [
    ...['self', 'id', 'name', 'queueType', 'routingType', 'queueAlgorithm', 'autoWork', 'wrapupTime'],
    ...['resourcePoolType', 'serviceLevel', 'serviceLevelPercentage', 'poolSpecificInfo', 'prompt'],
  ],
  team: ['self', 'teamId', 'teamname', 'primarySupervisor', 'secondarySupervisors', 'resources', 'csqs'],
  calendar: ['self', 'calId', 'name', 'timeZone', 'description', 'calendarType', 'businessDays', 'holidays'],
} as const;
export type SchemaKind = keyof typeof schemaOrder;

/**
 * The same object with other children. Each takes the place of the one of its name; one that was not there comes where
 * the schema has it. Everything else stays as it was read, also what this table does not know.
 */
export function withChildren(object: XmlElement, kind: SchemaKind, children: readonly XmlElement[]): XmlElement {
  return {
    ...object,
    children: children.reduce((all, child) => withChild(all, schemaOrder[kind], child), object.children),
  };
}

function withChild(all: readonly XmlElement[], order: readonly string[], child: XmlElement): readonly XmlElement[] {
  const place = all.findIndex(each => isNamed(each, child.name));
  if (place >= 0) return all.with(place, child);
  const later = order.slice(order.indexOf(child.name) + 1);
  const next = all.findIndex(each => later.some(name => isNamed(each, name)));
  return all.toSpliced(next < 0 ? all.length : next, 0, child);
}
