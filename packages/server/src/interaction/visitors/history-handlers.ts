import {
  EARLIER_CONVERSATIONS_AT_ONCE,
  type EarlierConversations,
  type EntryPointId,
  type HistoryPlace,
  type InteractionId,
} from '@eyeline/protocol';
import { Refusal } from '../../people/refusal.ts';
import { requireAgent, requireMembership } from '../access.ts';
import { requireOrigin } from '../customer-page.ts';
import type { Handlers } from '../handler.ts';
import type { InteractionRooms } from '../interaction-port.ts';
import type { Request } from '../request.ts';
import { earlierConversation, earlierTranscript, type ProvenCustomer, provenCustomer } from './earlier.ts';

type Names = 'history.list' | 'history.read' | 'customer-history.list' | 'customer-history.read';

/** Whose history, and of how long. */
interface Asked {
  readonly customer: ProvenCustomer;
  readonly historyMs: number;
}

/** What was said in earlier conversations, for who is proven now and for the agent who serves them. */
export const historyHandlers = (rooms: InteractionRooms) => {
  /** @throws Refusal where the token does not count now: what was proven before, or is claimed, opens nothing */
  const requireCustomer = async (entryPointId: EntryPointId, token: string, { caller }: Request): Promise<Asked> => {
    const site = rooms.settings.siteEntryPoint(entryPointId);
    if (!site) throw new Refusal('unknown-entry-point');
    requireOrigin(site, caller);
    const { realm, id } = await rooms.people.visitors.verify(entryPointId, token);
    return { customer: { realm, id }, historyMs: rooms.people.visitors.historyMs(entryPointId) };
  };

  /** @throws Refusal unless the agent serves a customer who is proven */
  const requireServed = (interactionId: InteractionId, request: Request): Asked => {
    requireAgent(request);
    const { interaction } = requireMembership(rooms, request, interactionId).log;
    const customer = provenCustomer(interaction.customer);
    if (!customer || !interaction.entryPointId) throw new Refusal('not-allowed');
    return { customer, historyMs: rooms.people.visitors.historyMs(interaction.entryPointId) };
  };

  const list = async ({ customer, historyMs }: Asked, before: HistoryPlace | undefined) => {
    const now = rooms.interaction.now();
    if (historyMs === 0) return { conversations: [], next: null };
    const places = await rooms.interaction.logs.ofCustomer({
      ...{ realm: customer.realm, customerId: customer.id },
      ...{ since: now - historyMs, before, limit: EARLIER_CONVERSATIONS_AT_ONCE + 1 },
    });
    const shown = places.slice(0, EARLIER_CONVERSATIONS_AT_ONCE);
    const conversations: EarlierConversations['conversations'] = [];
    // One after the other: each may be a long log.
    for (const { interactionId } of shown) {
      const log = await rooms.interaction.logs.find(interactionId, now);
      const entryPointId = log?.interaction.entryPointId;
      if (!log || !entryPointId) continue;
      const one = earlierConversation(log, customer, rooms.settings.entryPoint(entryPointId).title);
      if (one) conversations.push(one);
    }
    return { conversations, next: places.length > shown.length ? (shown.at(-1) ?? null) : null };
  };

  const read = async ({ customer, historyMs }: Asked, interactionId: InteractionId, afterSeq: number) => {
    const now = rooms.interaction.now();
    const log = await rooms.interaction.logs.find(interactionId, now);
    const isOld = log && log.interaction.openedAt < now - historyMs;
    const transcript = log && !isOld ? earlierTranscript(log, customer, afterSeq) : null;
    // One of somebody else, one that is too old and none at all are refused alike.
    if (!transcript) throw new Refusal('not-allowed');
    return transcript;
  };

  return {
    'history.list': async ({ entryPointId, token, before }, request) => {
      const { conversations, next } = await list(await requireCustomer(entryPointId, token, request), before);
      return { conversations: conversations.map(({ wrapUpCode: _, ...one }) => one), next };
    },

    'history.read': async ({ entryPointId, token, interactionId, afterSeq }, request) =>
      read(await requireCustomer(entryPointId, token, request), interactionId, afterSeq),

    'customer-history.list': async ({ interactionId, before }, request) => {
      const { conversations, next } = await list(requireServed(interactionId, request), before);
      // Meanwhile the agent may have left, or the customer have become another's.
      requireServed(interactionId, request);
      return { conversations: conversations.filter(one => one.interactionId !== interactionId), next };
    },

    'customer-history.read': async ({ interactionId, earlier, afterSeq }, request) => {
      const transcript = await read(requireServed(interactionId, request), earlier, afterSeq);
      requireServed(interactionId, request);
      return transcript;
    },
  } satisfies Pick<Handlers, Names>;
};
