import { AgentId, commands } from '@eyeline/protocol';
import type { FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { apiSentences } from '../../settings/sentences/api.ts';
import { AccountRole } from '../../store/store.ts';
import type { HttpRooms } from '../http-rooms.ts';
import type { Api } from '../route/valibot-routes.ts';

const Credentials = v.pipe(
  commands['agent.sign-in'].input,
  v.metadata({ sentence: apiSentences.credentials }),
  v.metadata({ example: { username: 'sue', password: 'eyeline-demo' } }),
);
type Credentials = v.InferOutput<typeof Credentials>;
const SignedIn = v.object({ token: v.string(), agentId: AgentId, name: v.string(), role: AccountRole });

export function signInRoutes(api: Api, rooms: () => HttpRooms): void {
  api.post(
    '/api/v1/sign-in',
    {
      schema: {
        operationId: 'signIn',
        tag: 'sign-in',
        summary: 'A token for the other requests',
        body: Credentials,
        response: { 200: SignedIn },
        failures: ['wrong-credentials', 'not-allowed', 'too-many-requests'],
      },
    },
    request => signIn(request, request.body, rooms()),
  );
}

async function signIn(request: Pick<FastifyRequest, 'ip' | 'raw'>, credentials: Credentials, rooms: HttpRooms) {
  const isOver = () => request.raw.socket.destroyed;
  const account = await rooms.people.signIns.find({ ...credentials, address: request.ip, way: 'http', isOver });
  await rooms.interaction.change(change => rooms.people.know(change, account.agentId, account));
  const { agentId, name, role } = account;
  const { token, record } = await rooms.people.tokens.forApi(agentId);
  await rooms.store.addToken(record);
  return { token, agentId, name, role };
}
