import { AgentId, EntryPointId, InteractionId, InvitationId, type LinkStanding } from '@eyeline/protocol';
import * as v from 'valibot';

const instant = v.number();

/** The text message with the link. `waiting`: to be sent at `at`. `failed`: it is not tried again by itself. */
export const TextMessage = v.object({
  state: v.picklist(['waiting', 'sent', 'failed']),
  at: instant,
  attempts: v.number(),
  /** What the gateway calls it. */
  messageId: v.nullable(v.string()),
  /** Why it failed: a sentence. */
  reason: v.nullable(v.string()),
});
export type TextMessage = v.InferOutput<typeof TextMessage>;

/** A link by which somebody comes into an interaction, which may begin with that. Of its code only a hash is known here. */
export const Invitation = v.object({
  invitationId: InvitationId,
  codeHash: v.string(),
  interactionId: InteractionId,
  /** A `guest` comes as the customer, a `host` is an agent. */
  role: v.picklist(['guest', 'host']),
  kind: v.string(),
  /** Where this server is reached by those who come. */
  origin: v.string(),
  entryPointId: EntryPointId,
  /** By what another system knows those who meet; null where an agent sends the link. */
  subject: v.nullable(v.string()),
  /** What guests are called; null: nobody knows. */
  guestName: v.nullable(v.string()),
  createdAt: instant,
  notBefore: v.nullable(instant),
  expiresAt: instant,
  revokedAt: v.nullable(instant),
  /** How many may come by it. */
  uses: v.number(),
  /** Hashes of what those hold who came by it. */
  usedBy: v.array(v.string()),
  /** To whom guests come; null while nobody has taken the host's link. */
  hostId: v.nullable(AgentId),
  to: v.nullable(v.string()),
  text: v.nullable(TextMessage),
});
export type Invitation = v.InferOutput<typeof Invitation>;

/** May this person come by it? Who has come by it before may come back until it is revoked: after a reload, say. */
export function standingOf(invitation: Invitation, now: number, holder: string | null): LinkStanding {
  const { notBefore, expiresAt, revokedAt, uses, usedBy } = invitation;
  if (revokedAt !== null) return 'revoked';
  if (holder !== null && usedBy.includes(holder)) return 'open';
  if (usedBy.length >= uses) return 'used';
  if (expiresAt <= now) return 'expired';
  return notBefore !== null && now < notBefore ? 'early' : 'open';
}
