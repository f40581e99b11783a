import { secondarySupervisorElement } from '../words/uccx-words.ts';
import { type XmlElement, xmlElement } from '../xml/xml-element.ts';

/**
 * UCCX's JSON is its XML: an attribute is a property with `@`, a repeated element is an array, a list of one may be the
 * object itself, and an empty list may show only its `@type`. So both formats are one tree here.
 */
export function fromJson(name: string, value: unknown): XmlElement {
  if (!isRecord(value)) return xmlElement(name, textOf(value));
  const entries = Object.entries(value);
  const attributes = new Map<string, string>();
  for (const [key, text] of entries) if (key.startsWith('@')) attributes.set(key.slice(1), textOf(text));
  const children = entries
    .filter(([key]) => !key.startsWith('@') && key !== '$')
    .flatMap(([key, child]) => (Array.isArray(child) ? child : [child]).map(each => fromJson(key, each)));
  const text = '$' in value ? textOf(value['$']) : '';
  return { name, attributes, children, text };
}

/** The tree as UCCX's JSON; a leaf is a text, an element that is repeated an array. `true`, `false` and numbers stay so. */
export function toJson(element: XmlElement): unknown {
  const { attributes, children, text } = element;
  if (attributes.size === 0 && children.length === 0)
    return containers.has(element.name) && text === '' ? {} : jsonLeaf(element.name, text);
  const json: Record<string, unknown> = {};
  for (const [name, value] of attributes) json[`@${name}`] = value;
  for (const child of children) {
    const before = json[child.name];
    const value = toJson(child);
    if (repeated.has(child.name)) json[child.name] = [...(Array.isArray(before) ? before : []), value];
    else json[child.name] = value;
  }
  return json;
}

const containers = new Set([
  'skillMap',
  'primarySupervisorOf',
  'secondarySupervisorOf',
  'csqMap',
  'resources',
  'csqs',
  'secondarySupervisors',
  'businessDays',
  'intervals',
  'holidays',
]);
const repeated = new Set([
  'skillCompetency',
  'supervisorOfTeamName',
  'skill',
  'resource',
  'csq',
  secondarySupervisorElement,
  'orderedResources',
  'businessDay',
  'interval',
  'holiday',
]);
const numbers = new Set([
  'competencelevel',
  'type',
  'weight',
  'skillId',
  'teamId',
  'id',
  'wrapupTime',
  'serviceLevel',
  'serviceLevelPercentage',
  'calId',
]);

function jsonLeaf(name: string, text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return numbers.has(name) && /^\d+$/.test(text) ? Number(text) : text;
}

function textOf(value: unknown): string {
  return value === null || value === undefined || typeof value === 'object' ? '' : String(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
