import { Condition, SkillTerm, Term } from '@eyeline/routing';
import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';
import { ConfigFile } from '../settings/config.ts';

type JsonSchema = ReturnType<typeof toJsonSchema>;

const listOf = (name: string): JsonSchema => ({ type: 'array', items: { $ref: `#/definitions/${name}` }, minItems: 1 });
const only = (key: string, schema: JsonSchema): JsonSchema => ({
  type: 'object',
  properties: { [key]: schema },
  required: [key],
  additionalProperties: false,
});

/** Schemas that look at what they are given cannot be followed: what they may be is said here. */
const names = new Map<unknown, string>([
  [Term, 'Term'],
  [Condition, 'Condition'],
]);

const formsOf = (): Record<string, JsonSchema> => ({
  Term: { anyOf: [bare(SkillTerm), only('all', listOf('Term')), only('any', listOf('Term'))] },
  Condition: {
    anyOf: [
      bare(lazyForm(Condition)),
      only('all', listOf('Condition')),
      only('any', listOf('Condition')),
      only('not', { $ref: '#/definitions/Condition' }),
      only('open', { type: 'string' }),
    ],
  },
});

/** The JSON schema (draft-07) of a configuration as people write it. */
export const configSchema = (): JsonSchema => ({
  ...convert(ConfigFile),
  title: 'A contact centre of Eyeline’s',
  definitions: formsOf(),
});

function bare(schema: v.GenericSchema): JsonSchema {
  const { $schema: _, ...rest } = convert(schema);
  return rest;
}

/** The form that a schema takes for what has none of the telling keys. */
function lazyForm(schema: v.GenericSchema): v.GenericSchema {
  return (schema as v.LazySchema<v.GenericSchema>).getter({});
}

/** What JSON schema cannot say is left to the server: it tells the same faults, and more. */
function convert(schema: v.GenericSchema): JsonSchema {
  return toJsonSchema(schema, {
    target: 'draft-07',
    typeMode: 'input',
    errorMode: 'ignore',
    overrideSchema: ({ valibotSchema }) => {
      const name = names.get(valibotSchema);
      return name === undefined ? undefined : { $ref: `#/definitions/${name}` };
    },
  });
}
