import {
  cutText,
  EARLIER_LINES_AT_ONCE,
  type EarlierConversation,
  type EarlierLine,
  type EarlierTranscript,
  type Fact,
  type KnownCustomer,
} from '@eyeline/protocol';
import type { InteractionLog } from '../interaction-log.ts';

/** Somebody for whom the site's own server vouches. */
export interface ProvenCustomer {
  readonly realm: string;
  readonly id: string;
}

const longestPreview = 120;

/** Who it is where that is proven; null for everybody else, whatever they say. */
export const provenCustomer = (customer: KnownCustomer | null): ProvenCustomer | null =>
  customer?.level === 'verified' && customer.id !== undefined ? { realm: customer.realm, id: customer.id } : null;

/** Where it was proven for the first time that the customer is this one; null where it never was. O(facts). */
export function provenSeq(facts: readonly Fact[], { realm, id }: ProvenCustomer): number | null {
  const proof = facts.find(fact => {
    const proven = fact.type === 'participant.identified' ? provenCustomer(fact.customer) : null;
    return proven?.id === id && proven.realm === realm;
  });
  return proof?.seq ?? null;
}

type Written = Fact<'message.sent'> | Fact<'file.shared'>;
const isWritten = (fact: Fact): fact is Written => fact.type === 'message.sent' || fact.type === 'file.shared';

function lineOf(log: InteractionLog, fact: Written): EarlierLine {
  const { role = 'agent', name = '' } = log.participant(fact.participantId) ?? {};
  const isFile = fact.type === 'file.shared';
  return { seq: fact.seq, at: fact.at, role, name, text: isFile ? (fact.file.name ?? '') : fact.text, isFile };
}

/** What of a conversation stands in the list; null where this customer was never proven in it. */
export function earlierConversation(
  log: InteractionLog,
  customer: ProvenCustomer,
  title: string,
): EarlierConversation | null {
  const facts = log.storedAfter(0);
  const from = provenSeq(facts, customer);
  if (from === null) return null;
  const { interactionId, interaction } = log;
  const last = facts.findLast(fact => isWritten(fact) && fact.seq > from);
  const agents = interaction.participants.filter(({ role }) => role === 'agent').map(({ name }) => name);
  return {
    interactionId,
    openedAt: interaction.openedAt,
    title,
    agents: [...new Set(agents)],
    disposition: interaction.closed?.disposition ?? null,
    lastText: last && isWritten(last) ? cutText(lineOf(log, last).text, longestPreview) : '',
    ...(interaction.wrapUpCode !== null && { wrapUpCode: interaction.wrapUpCode }),
  };
}

/**
 * What was written after it was proven who the customer is: what came before may be somebody else's. Null where it never
 * was proven that it is this one.
 */
export function earlierTranscript(
  log: InteractionLog,
  customer: ProvenCustomer,
  afterSeq: number,
): EarlierTranscript | null {
  const facts = log.storedAfter(0);
  const from = provenSeq(facts, customer);
  if (from === null) return null;
  const written = facts.filter(isWritten);
  const rest = written.filter(({ seq }) => seq > Math.max(from, afterSeq));
  const lines = rest.slice(0, EARLIER_LINES_AT_ONCE).map(fact => lineOf(log, fact));
  return {
    lines,
    next: rest.length > lines.length ? (lines.at(-1)?.seq ?? null) : null,
    isPartial: written.some(({ seq }) => seq < from),
  };
}
