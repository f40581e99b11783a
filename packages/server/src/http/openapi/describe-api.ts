import { type FailureCode, failure } from '@eyeline/protocol';
import * as v from 'valibot';
import { apiPage } from '../../settings/sentences/api-page.ts';
import { AccountRole } from '../../store/store.ts';
import { type Permission, permissionsOf } from '../permissions.ts';
import type { Tag } from '../route/route-schema.ts';
import type { DescribedRoute } from './described-route.ts';
import { Components, type JsonSchema } from './json-schema.ts';
import { failuresOf } from './route-failures.ts';

interface Media {
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

export interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly description?: string;
}

export interface Answer {
  readonly description: string;
  readonly content?: Readonly<Record<string, Media>>;
  readonly 'x-codes'?: readonly FailureCode[];
}

export interface DescribedOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: { readonly required: boolean; readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<Record<string, Answer | { readonly $ref: string }>>;
  readonly security: readonly Readonly<Record<string, readonly string[]>>[];
  /** Who may ask; empty: anybody. */
  readonly 'x-permissions': readonly Permission[];
}

export interface OpenApi {
  readonly openapi: '3.1.0';
  readonly info: { readonly title: string; readonly version: string; readonly description: string };
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, JsonSchema>>;
    /** Refusals, by status and codes. */
    readonly responses: Readonly<Record<string, Answer>>;
    readonly securitySchemes: Readonly<Record<string, object>>;
  };
}

const json = 'application/json';
const tagNames: Readonly<Record<Tag, string>> = apiPage.tags;
/** Of the API, not of the server. */
const version = '1.0.0';

/** The API as OpenAPI 3.1 has it, from the schemas by which its routes parse. */
export function describeApi(routes: readonly DescribedRoute[]): OpenApi {
  const components = new Components();
  const paths: Record<string, Record<string, DescribedOperation>> = {};
  for (const route of routes) {
    const path = route.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operationOf(route, components) };
  }
  const used = new Set(routes.map(({ tag }) => tag));
  return {
    openapi: '3.1.0',
    info: { title: apiPage.title, version, description: apiPage.introduction },
    tags: Object.entries(tagNames)
      .filter(([name]) => used.has(name as DescribedRoute['tag']))
      .map(([name, description]) => ({ name, description })),
    paths,
    components: {
      schemas: components.all(),
      responses: refusalsOf(routes),
      securitySchemes: securitySchemes(),
    },
  };
}

/** What an operation answers with a status; undefined where it does not. */
export function answerOf(api: OpenApi, operation: DescribedOperation, status: string): Answer | undefined {
  const found = operation.responses[status];
  if (!found || !('$ref' in found)) return found;
  return api.components.responses[found.$ref.slice('#/components/responses/'.length)];
}

const securitySchemes = () => ({
  person: { type: 'http', scheme: 'bearer', description: apiPage.security.person },
  application: { type: 'http', scheme: 'bearer', description: apiPage.security.application },
  applicationBasic: { type: 'http', scheme: 'basic', description: apiPage.security.applicationBasic },
});

function operationOf(route: DescribedRoute, components: Components): DescribedOperation {
  const { operationId, summary, tag, method, body, bodyType } = route;
  const permitted = permissionsOf(operationId).filter(one => one !== 'anybody');
  const content = bodyType
    ? { [bodyType]: { schema: {} } }
    : body && { [json]: { schema: components.read(body), ...exampleOf(body) } };
  return {
    operationId,
    summary,
    tags: [tag],
    parameters: [...parametersOf('path', route.params, components), ...parametersOf('query', route.query, components)],
    ...(content && method !== 'GET' ? { requestBody: { required: !isOptional(body), content } } : {}),
    responses: { ...answersOf(route, components), ...referredTo(route) },
    security: securityOf(permitted),
    'x-permissions': permitted,
  };
}

/** By which of the ways those show who they are who may ask. */
function securityOf(permitted: readonly Permission[]): DescribedOperation['security'] {
  const isRole = (one: Permission) => (AccountRole.options as readonly string[]).includes(one);
  return [
    ...(permitted.some(isRole) ? [{ person: [] }] : []),
    ...(permitted.every(isRole) ? [] : [{ application: [] }, { applicationBasic: [] }]),
  ];
}

const isOptional = (body: v.GenericSchema | undefined): boolean =>
  body !== undefined && v.safeParse(body, undefined).success;

function exampleOf(schema: v.GenericSchema): { readonly example?: unknown } {
  const { example }: { readonly example?: unknown } = v.getMetadata(schema);
  return example === undefined ? {} : { example };
}

function parametersOf(
  where: Parameter['in'],
  schema: v.GenericSchema | undefined,
  components: Components,
): readonly Parameter[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = components.read(schema);
  return Object.entries(properties).map(([name, { description, ...rest }]) => ({
    ...{ name, in: where, required: where === 'path' || required.includes(name), schema: rest },
    ...(description === undefined ? {} : { description }),
  }));
}

function answersOf({ answers, answerType }: DescribedRoute, components: Components): Record<string, Answer> {
  if (answerType)
    return { 200: { description: apiPage.done, content: { [answerType]: { schema: { type: 'string' } } } } };
  return Object.fromEntries(
    Object.entries(answers).map(([status, schema]) => {
      const content = { [json]: { schema: components.read(schema) } };
      return [status, { description: status === '200' ? apiPage.done : apiPage.notReady, content }];
    }),
  );
}

/** By the name of what each operation refers to. */
function refusalsOf(routes: readonly DescribedRoute[]): Record<string, Answer> {
  const all = routes.flatMap(route =>
    [...failuresOf(route)].map(([status, codes]) => [refusalName(status, codes), codes]),
  );
  const named = new Map(all as [string, readonly FailureCode[]][]);
  return Object.fromEntries(
    [...named].toSorted(([one], [other]) => one.localeCompare(other)).map(([name, codes]) => [name, refusal(codes)]),
  );
}

const refusalName = (status: number, codes: readonly FailureCode[]): string => [status, ...codes].join('.');

/** In the form of the wire: a code that programs decide by, and a sentence for people. */
function refusal(codes: readonly FailureCode[]): Answer {
  const error = {
    type: 'object',
    properties: { code: { enum: codes }, message: { type: 'string' } },
    required: ['code', 'message'],
  };
  const schema = { type: 'object', properties: { error }, required: ['error'] };
  const description = codes.map(code => `${code}: ${failure(code).message}`).join(' ');
  return { description, content: { [json]: { schema } }, 'x-codes': codes };
}

const referredTo = (route: DescribedRoute): Record<string, { readonly $ref: string }> =>
  Object.fromEntries(
    [...failuresOf(route)].map(([status, codes]) => [
      status,
      { $ref: `#/components/responses/${refusalName(status, codes)}` },
    ]),
  );
