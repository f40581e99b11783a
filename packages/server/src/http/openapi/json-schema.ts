import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

/** As much of JSON Schema 2020-12 as valibot's schemas become. */
export interface JsonSchema {
  readonly [key: string]: unknown;
  readonly type?: string;
  readonly title?: string;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** What JSON Schema cannot say is left to the server: it tells the same faults, and more. */
function convert(schema: v.GenericSchema): object {
  const { $schema: _, ...rest } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode: 'input',
    errorMode: 'ignore',
    // Metadata is for the server.
    overrideAction: ({ valibotAction, jsonSchema }) =>
      valibotAction.type === 'metadata' ? withoutMetadata(jsonSchema) : undefined,
  });
  return rest;
}

function withoutMetadata(schema: object): object {
  const { code: _, sentence: __, example: ___, ...rest }: Record<string, unknown> = { ...schema };
  return rest;
}

/** Schemas by their titles: each stands once, and is named wherever it is meant. */
export class Components {
  readonly #schemas = new Map<string, JsonSchema>();

  /** As it stands in the description of an operation. */
  read(schema: v.GenericSchema): JsonSchema {
    return this.#named(convert(schema)) as JsonSchema;
  }

  /** By name. */
  all(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#schemas].toSorted(([one], [other]) => one.localeCompare(other)));
  }

  #named(given: unknown): unknown {
    if (Array.isArray(given)) return given.map(one => this.#named(one));
    if (typeof given !== 'object' || given === null) return given;
    const inner = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, this.#named(value)]));
    const { title } = inner;
    if (typeof title !== 'string') return inner;
    this.#schemas.set(title, inner);
    return { $ref: `#/components/schemas/${title}` };
  }
}
