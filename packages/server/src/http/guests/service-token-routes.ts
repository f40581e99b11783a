import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Refusal } from '../../people/refusal.ts';
import type { ServiceTokens } from '../../people/service-tokens.ts';
import { apiSentences } from '../../settings/sentences/api.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { ServiceScope } from '../../store/store.ts';
import { wrongMethod } from '../http-failures.ts';

const { name, scope, days } = invitationSentences.tokens;

/** What a new token is made from. */
export const ServiceTokenRequest = v.strictObject({
  name: v.pipe(v.string(name), v.trim(), v.minLength(1, name), v.maxLength(80, name)),
  scope: v.optional(v.picklist(ServiceScope.options, scope(ServiceScope.options)), 'invitations'),
  /** How long it counts; null: until it is revoked. */
  days: v.optional(
    v.nullable(v.pipe(v.number(days), v.integer(days), v.minValue(1, days), v.maxValue(3_650, days))),
    365,
  ),
});
const Params = v.object({ tokenId: v.string() });

type Ask = (
  request: FastifyRequest,
  reply: FastifyReply,
  answer: (request: FastifyRequest, tokens: ServiceTokens) => unknown,
) => Promise<unknown>;

/** The tokens of other systems: the same over HTTP and by command. `ask` decides who may ask. */
export function serveServiceTokens(api: FastifyInstance, ask: Ask): void {
  const path = '/service-tokens';
  api.get(path, (request, reply) => ask(request, reply, async (_, tokens) => ({ tokens: await tokens.list() })));
  api.post(path, { bodyLimit: 4_000 }, (request, reply) =>
    ask(request, reply, async ({ body }, tokens) => {
      const parsed = v.safeParse(ServiceTokenRequest, body);
      if (!parsed.success) {
        const [issue] = parsed.issues;
        throw new Refusal('invalid-payload', apiSentences.expected(issue.message, v.getDotPath(issue)));
      }
      return tokens.add(parsed.output.name, parsed.output.scope, parsed.output.days);
    }),
  );
  api.delete(`${path}/:tokenId`, (request, reply) =>
    ask(request, reply, async ({ params }, tokens) => {
      await tokens.revoke(v.parse(Params, params).tokenId);
      return {};
    }),
  );
  api.route({ method: ['PUT', 'PATCH', 'DELETE'], url: path, handler: wrongMethod('GET, POST') });
}
