import { randomUUID } from 'node:crypto';
import { requireAgent } from '../interaction/access.ts';
import { type Handlers, once } from '../interaction/handler.ts';
import type { Request } from '../interaction/request.ts';
import { type AgentIdentity, agentIdentity } from '../people/identity.ts';
import { Refusal } from '../people/refusal.ts';
import { agentRefusals } from '../settings/sentences/refusals.ts';
import { deskOf } from './desk.ts';
import type { WorkRooms } from './work-port.ts';

type Names = 'agent.sign-in' | 'agent.resume' | 'agent.sign-out' | 'agent.set-state';

/** The desk as it is when everything that was asked before is stored. */
async function openDesk(rooms: WorkRooms, request: Request, identity: AgentIdentity) {
  const { caller } = request;
  const token = await rooms.people.tokens.forAgent(identity);
  rooms.people.sessions.begin(identity.agentId, rooms.interaction.now());
  await rooms.interaction.change(() => {});
  if (caller.identity !== identity) throw new Refusal('not-signed-in');
  request.holdUntilReplied();
  return deskOf(rooms, identity.agentId, token);
}

/** The sign-in that counted before counts again, unless somebody has signed in since. */
function takeBack(rooms: WorkRooms, { agentId, sessionId }: AgentIdentity, sessionBefore: string | null): void {
  rooms.interaction.carryOut(change => {
    if (rooms.people.sessions.get(agentId) === sessionId) change.setSession(agentId, sessionBefore);
  });
}

/** How an agent comes and goes. */
export const agentHandlers = (rooms: WorkRooms) =>
  ({
    'agent.sign-in': async ({ username, password }, request) => {
      const { caller } = request;
      const account = await rooms.people.signIns.find({
        username,
        password,
        address: caller.address,
        way: 'socket',
        isOver: () => request.isOver,
      });
      const { agentId } = account;
      const identity = agentIdentity(agentId, randomUUID());
      await rooms.interaction.change(change => {
        if (request.isOver) throw new Refusal('server-busy');
        rooms.people.know(change, agentId, account);
        const sessionBefore = rooms.people.sessions.get(agentId) ?? null;
        change.setSession(agentId, identity.sessionId);
        change.afterCommit(() => {
          // The store took too long, so that it was answered as failed: nothing may come of it.
          if (request.isOver) {
            takeBack(rooms, identity, sessionBefore);
            return;
          }
          const older = [...rooms.people.callers.of(identity.participantId)].filter(one => one !== caller);
          // First the new one, so that the agent is never gone in between.
          rooms.people.callers.identify(caller, identity);
          for (const one of older) {
            rooms.people.callers.identify(one, null);
            one.notify('agent.superseded', {});
          }
        });
      });
      return openDesk(rooms, request, identity);
    },

    'agent.resume': async ({ token }, request) => {
      const { caller } = request;
      const identity = await rooms.people.tokens.agent(token);
      if (rooms.people.sessions.get(identity.agentId) !== identity.sessionId) throw new Refusal('token-invalid');
      rooms.people.callers.identify(caller, identity);
      return openDesk(rooms, request, identity);
    },

    'agent.sign-out': once({
      // The first one was answered, but the answer did not arrive.
      settled: (_, { caller }) => (caller.identity ? undefined : {}),
      carryOut: (change, _, request) => {
        const identity = requireAgent(request);
        const { agentId, participantId } = identity;
        if ((rooms.work.state.agentSessions.get(agentId)?.agent.inHand.length ?? 0) > 0)
          throw new Refusal('not-allowed', agentRefusals.wrapUpFirst);
        change.setSession(agentId, null);
        change.route({ type: 'agent.signed-out', agentId });
        change.afterCommit(() => {
          for (const one of rooms.people.callers.of(participantId)) rooms.people.callers.identify(one, null);
        });
        return {};
      },
    }),

    'agent.set-state': once({
      carryOut: (change, input, request) => {
        const identity = requireAgent(request);
        const { agentId } = identity;
        if (
          input.state === 'not-ready' &&
          !rooms.settings.config.notReadyReasons.some(({ code }) => code === input.reason)
        )
          throw new Refusal('unknown-reason');
        if (input.state === 'ready' && rooms.people.accounts.get(agentId)?.isDisabled)
          throw new Refusal('not-allowed', agentRefusals.accountDisabled);
        if (input.state === 'ready')
          change.route({ type: 'agent.asked-ready', agentId, domains: [...new Set(input.domains)] });
        else change.route({ type: 'agent.asked-not-ready', agentId, reason: input.reason });
        return {};
      },
    }),
  }) satisfies Pick<Handlers, Names>;
