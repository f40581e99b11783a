import { type XmlElement, xml } from '../xml/xml-element.ts';

const numbers = new Set([
  'competencelevel',
  'type',
  'weight',
  'skillId',
  'teamId',
  'id',
  'calId',
  'wrapupTime',
  'serviceLevel',
  'serviceLevelPercentage',
]);
const lists = new Set([
  ...[
    'skillMap',
    'primarySupervisorOf',
    'secondarySupervisorOf',
    'csqMap',
    'resources',
    'csqs',
    'secondarySupervisors',
  ],
  ...['businessDays', 'holidays', 'intervals', 'skills', 'teams', 'calendars', 'resourceGroups'],
]);

/** A tree as the API's JSON: attributes are properties with `@`, a list of one is the object itself. */
export function toJson({ name, attributes, children, text }: XmlElement, isRoot = true): unknown {
  const hasNothing = children.length === 0 && Object.keys(attributes).length === 0;
  if (hasNothing && lists.has(name)) return isRoot ? { '@type': `${name.replace(/s$/, '')}XMLList` } : {};
  if (hasNothing) return leaf(name, text);
  const json: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(attributes)) json[`@${key}`] = value;
  for (const child of children) {
    const value = toJson(child, false);
    const before = json[child.name];
    json[child.name] = before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value];
  }
  return json;
}

/** The tree that some JSON says. */
export function fromJson(name: string, value: unknown): XmlElement {
  if (typeof value !== 'object' || value === null)
    return xml(name, value === null || value === undefined ? '' : String(value));
  const entries: [string, unknown][] = Object.entries(value);
  const attributes = entries.filter(([key]) => key.startsWith('@')).map(([key, text]) => [key.slice(1), String(text)]);
  const children = entries
    .filter(([key]) => !key.startsWith('@'))
    .flatMap(([key, child]) => (Array.isArray(child) ? child : [child]).map((each: unknown) => fromJson(key, each)));
  return xml(name, children, Object.fromEntries(attributes));
}

function leaf(name: string, text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return numbers.has(name) && /^\d+$/.test(text) ? Number(text) : text;
}
