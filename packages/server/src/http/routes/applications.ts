import * as v from 'valibot';
import type { Applications } from '../../people/applications/applications.ts';
import { applicationSentences } from '../../settings/sentences/applications.ts';
import { ServiceScope } from '../../store/applications/application-store.ts';
import type { Api } from '../route/valibot-routes.ts';

const { name, scopes, entryPoints, days } = applicationSentences;

const Days = v.pipe(
  v.optional(v.nullable(v.pipe(v.number(days), v.integer(days), v.minValue(1, days), v.maxValue(3_650, days))), 365),
  v.description('How long the secret counts; null: until it is revoked.'),
);
const entries = {
  name: v.pipe(v.string(name), v.trim(), v.minLength(1, name), v.maxLength(80, name)),
  scopes: v.pipe(
    v.array(v.picklist(ServiceScope.options, scopes(ServiceScope.options)), scopes(ServiceScope.options)),
    v.minLength(1, scopes(ServiceScope.options)),
    v.maxLength(20),
  ),
  entryPointIds: v.pipe(
    v.optional(
      v.nullable(v.pipe(v.array(v.pipe(v.string(entryPoints), v.maxLength(64)), entryPoints), v.maxLength(200))),
      null,
    ),
    v.description('Which entry points it may use; null: all.'),
  ),
};

/** What a new application is made from. */
export const NewApplication = v.pipe(
  v.strictObject({ ...entries, days: Days }),
  v.metadata({ example: { name: 'crm', scopes: ['figures'], entryPointIds: ['support'], days: 30 } }),
);
const Changed = v.pipe(
  v.strictObject(entries),
  v.metadata({ example: { name: 'crm', scopes: ['figures', 'interactions'], entryPointIds: null } }),
);
export const NewSecret = v.pipe(v.strictObject({ days: Days }), v.metadata({ example: { days: 90 } }));
const Params = v.object({ applicationId: v.string() });
const SecretParams = v.object({ applicationId: v.string(), secretId: v.string() });

const Secret = v.object({
  secretId: v.string(),
  issuedAt: v.string(),
  expiresAt: v.pipe(v.nullable(v.string()), v.description('Null: it does not expire.')),
  lastUsedAt: v.pipe(v.nullable(v.string()), v.description('To the minute; null: never.')),
});
const Application = v.pipe(
  v.object({
    applicationId: v.string(),
    name: v.string(),
    scopes: v.array(ServiceScope),
    entryPointIds: v.nullable(v.array(v.string())),
    createdAt: v.string(),
    secrets: v.array(Secret),
  }),
  v.title('Application'),
);
const Shown = v.pipe(v.string(), v.description('Shown this once: only its hash is kept.'));
const Done = v.strictObject({});

const tag = 'applications';
const path = '/api/v1/applications';
const failures = ['target-gone'] as const;

/** Systems that ask over HTTP, and their secrets: the same over HTTP and by command. */
export function applicationRoutes(api: Api, applications: () => Applications): void {
  api.get(
    path,
    {
      schema: {
        operationId: 'listApplications',
        tag,
        summary: 'All applications, without what their secrets are',
        response: { 200: v.object({ applications: v.array(Application) }) },
      },
    },
    async () => ({ applications: await applications().list() }),
  );
  api.post(
    path,
    {
      schema: {
        operationId: 'addApplication',
        tag,
        summary: 'Another application, with its first secret',
        body: NewApplication,
        response: { 200: v.object({ applicationId: v.string(), secretId: v.string(), secret: Shown }) },
      },
    },
    ({ body: { days: counts, ...application } }) => applications().add(application, counts),
  );
  api.put(
    `${path}/:applicationId`,
    {
      schema: {
        operationId: 'changeApplication',
        tag,
        summary: 'Another name, other scopes and entry points; counts from the next request on',
        params: Params,
        body: Changed,
        response: { 200: Done },
        failures,
      },
    },
    async ({ params, body }) => {
      await applications().change(params.applicationId, body);
      return {};
    },
  );
  api.delete(
    `${path}/:applicationId`,
    {
      schema: {
        operationId: 'removeApplication',
        tag,
        summary: 'It may ask nothing any more',
        params: Params,
        response: { 200: Done },
        failures,
      },
    },
    async ({ params }) => {
      await applications().remove(params.applicationId);
      return {};
    },
  );
  api.post(
    `${path}/:applicationId/secrets`,
    {
      schema: {
        operationId: 'addSecret',
        tag,
        summary: 'Another secret, beside the one that there is',
        params: Params,
        body: NewSecret,
        response: { 200: v.object({ secretId: v.string(), secret: Shown }) },
        failures,
      },
    },
    ({ params, body }) => applications().addSecret(params.applicationId, body.days),
  );
  api.delete(
    `${path}/:applicationId/secrets/:secretId`,
    {
      schema: {
        operationId: 'removeSecret',
        tag,
        summary: 'This secret is good no more',
        params: SecretParams,
        response: { 200: Done },
        failures,
      },
    },
    async ({ params }) => {
      await applications().removeSecret(params.applicationId, params.secretId);
      return {};
    },
  );
}
