import type { JsonSchema } from './json-schema.ts';

const plain: Readonly<Record<string, string>> = {
  string: 'string',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  null: 'null',
};

/** A schema as TypeScript writes it: for people who read the description, and for the client. */
export function typeText(schema: JsonSchema): string {
  const { $ref, enum: choices, anyOf, oneOf, allOf, type, items } = schema;
  if (typeof $ref === 'string') return $ref.split('/').at(-1) ?? 'unknown';
  if ('const' in schema) return JSON.stringify(schema['const']);
  if (Array.isArray(choices)) return union(choices.map(one => JSON.stringify(one)));
  const several = anyOf ?? oneOf;
  if (Array.isArray(several)) return union(several.map(typeText));
  if (Array.isArray(allOf)) return allOf.map(typeText).join(' & ');
  if (type === 'array') return listText(typeText((items ?? {}) as JsonSchema));
  if (type === 'object') return objectText(schema);
  return plain[type ?? ''] ?? 'unknown';
}

const union = (parts: readonly string[]): string => [...new Set(parts)].join(' | ');

const listText = (item: string): string => (/[|&]/.test(item) ? `readonly (${item})[]` : `readonly ${item}[]`);

function objectText({ properties = {}, required = [], additionalProperties: others }: JsonSchema): string {
  const parts = Object.entries(properties).map(
    ([name, one]) => `readonly ${keyText(name)}${required.includes(name) ? '' : '?'}: ${typeText(one)}`,
  );
  const rest = typeof others === 'object' && others !== null ? typeText(others as JsonSchema) : null;
  if (parts.length === 0) return rest === null ? 'Readonly<Record<string, never>>' : recordText(rest);
  const named = `{ ${parts.join('; ')} }`;
  return rest === null ? named : `${named} & ${recordText(rest)}`;
}

const recordText = (value: string): string => `Readonly<Record<string, ${value}>>`;

const keyText = (name: string): string => (/^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name));
