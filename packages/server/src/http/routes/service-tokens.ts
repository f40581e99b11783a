import * as v from 'valibot';
import type { ServiceTokens } from '../../people/applications/service-tokens.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { ServiceScope } from '../../store/applications/application-store.ts';
import type { Api } from '../route/valibot-routes.ts';

const { name, scope, days } = invitationSentences.tokens;

/** What a new token is made from. */
export const ServiceTokenRequest = v.pipe(
  v.strictObject({
    name: v.pipe(v.string(name), v.trim(), v.minLength(1, name), v.maxLength(80, name)),
    scope: v.optional(v.picklist(ServiceScope.options, scope(ServiceScope.options)), 'invitations'),
    /** How long it counts; null: until it is revoked. */
    days: v.optional(
      v.nullable(v.pipe(v.number(days), v.integer(days), v.minValue(1, days), v.maxValue(3_650, days))),
      365,
    ),
  }),
  v.metadata({ example: { name: 'flow', days: 30 } }),
);
const Params = v.object({ tokenId: v.string() });
const Listed = v.object({
  tokenId: v.string(),
  name: v.string(),
  scope: ServiceScope,
  issuedAt: v.string(),
  expiresAt: v.pipe(v.nullable(v.string()), v.description('Null: it does not expire.')),
});

/** The tokens of other systems: the same over HTTP and by command. */
export function serviceTokenRoutes(api: Api, tokens: () => ServiceTokens): void {
  const path = '/api/v1/service-tokens';
  api.get(
    path,
    {
      schema: {
        operationId: 'listServiceTokens',
        tag: 'applications',
        summary: 'All tokens of other systems, without what they are',
        response: { 200: v.object({ tokens: v.array(Listed) }) },
      },
    },
    async () => ({ tokens: await tokens().list() }),
  );
  api.post(
    path,
    {
      schema: {
        operationId: 'addServiceToken',
        tag: 'applications',
        summary: 'A token for another system, shown this once',
        body: ServiceTokenRequest,
        response: { 200: v.object({ tokenId: v.string(), token: v.string() }) },
      },
    },
    ({ body }) => tokens().add(body.name, body.scope, body.days),
  );
  api.delete(
    `${path}/:tokenId`,
    {
      schema: {
        operationId: 'revokeServiceToken',
        tag: 'applications',
        summary: 'It is good no more',
        params: Params,
        response: { 200: v.strictObject({}) },
        failures: ['target-gone'],
      },
    },
    async ({ params }) => {
      await tokens().revoke(params.tokenId);
      return {};
    },
  );
}
