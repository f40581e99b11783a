import { randomUUID } from 'node:crypto';
import { requireAgent } from '../interaction/access.ts';
import { type Handlers, once } from '../interaction/handler.ts';
import type { Request } from '../interaction/request.ts';
import { findAccount } from '../people/find-account.ts';
import { type AgentIdentity, agentIdentity } from '../people/identity.ts';
import { Refusal } from '../people/refusal.ts';
import type { ContactCentre } from '../process/contact-centre.ts';
import { deskOf } from './desk.ts';

type Names = 'agent.sign-in' | 'agent.resume' | 'agent.sign-out' | 'agent.set-state';

/** The desk as it is when everything that was asked before is stored. */
async function openDesk(request: Request, identity: AgentIdentity) {
  const { caller, centre } = request;
  const token = await centre.tokens.forAgent(identity);
  centre.sessionsBegun.set(identity.agentId, centre.now());
  await centre.change(() => {});
  if (caller.identity !== identity) throw new Refusal('not-signed-in');
  request.holdUntilReplied();
  return deskOf(centre, identity.agentId, token);
}

/** The sign-in that counted before counts again, unless somebody has signed in since. */
function takeBack(centre: ContactCentre, { agentId, sessionId }: AgentIdentity, sessionBefore: string | null): void {
  centre.carryOut(change => {
    if (centre.sessions.get(agentId) === sessionId) change.setSession(agentId, sessionBefore);
  });
}

/** How an agent comes and goes. */
export const agentHandlers = {
  'agent.sign-in': async ({ username, password }, request) => {
    const { caller, centre } = request;
    const account = await findAccount(centre, {
      username,
      password,
      address: caller.address,
      way: 'socket',
      isOver: () => request.isOver,
    });
    const { agentId } = account;
    const identity = agentIdentity(agentId, randomUUID());
    await centre.change(change => {
      if (request.isOver) throw new Refusal('server-busy');
      centre.know(change, agentId, account);
      const sessionBefore = centre.sessions.get(agentId) ?? null;
      change.setSession(agentId, identity.sessionId);
      change.afterCommit(() => {
        // The store took too long, so that it was answered as failed: nothing may come of it.
        if (request.isOver) {
          takeBack(centre, identity, sessionBefore);
          return;
        }
        const older = [...centre.callers.of(identity.participantId)].filter(one => one !== caller);
        // First the new one, so that the agent is never gone in between.
        centre.callers.identify(caller, identity);
        for (const one of older) {
          centre.callers.identify(one, null);
          one.tell('agent.superseded', {});
        }
      });
    });
    return openDesk(request, identity);
  },

  'agent.resume': async ({ token }, request) => {
    const { caller, centre } = request;
    const identity = await centre.tokens.agent(token);
    if (centre.sessions.get(identity.agentId) !== identity.sessionId) throw new Refusal('token-invalid');
    centre.callers.identify(caller, identity);
    return openDesk(request, identity);
  },

  'agent.sign-out': once({
    // The first one was answered, but the answer did not arrive.
    settled: (_, { caller }) => (caller.identity ? undefined : {}),
    carryOut: (change, _, request) => {
      const { centre } = request;
      const identity = requireAgent(request);
      const { agentId, participantId } = identity;
      if ((centre.routing.state.seats.get(agentId)?.agent.inHand.length ?? 0) > 0)
        throw new Refusal('not-allowed', 'End the conversation and wrap it up first, then sign out.');
      change.setSession(agentId, null);
      change.route({ type: 'agent.signed-out', agentId });
      change.afterCommit(() => {
        for (const one of centre.callers.of(participantId)) centre.callers.identify(one, null);
      });
      return {};
    },
  }),

  'agent.set-state': once({
    carryOut: (change, input, request) => {
      const { centre } = request;
      const identity = requireAgent(request);
      const { agentId } = identity;
      if (input.state === 'not-ready' && !centre.config.notReadyReasons.some(({ code }) => code === input.reason))
        throw new Refusal('unknown-reason');
      if (input.state === 'ready' && centre.accounts.get(agentId)?.isDisabled)
        throw new Refusal('not-allowed', 'Your account is disabled. Finish your conversation; you will be signed out.');
      if (input.state === 'ready')
        change.route({ type: 'agent.asked-ready', agentId, domains: [...new Set(input.domains)] });
      else change.route({ type: 'agent.asked-not-ready', agentId, reason: input.reason });
      return {};
    },
  }),
} satisfies Pick<Handlers, Names>;
