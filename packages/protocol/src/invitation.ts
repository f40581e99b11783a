import * as v from 'valibot';
import { id } from './brand.ts';
import { Instant, InteractionId } from './ids.ts';

export const InvitationId = id<'InvitationId'>();
export type InvitationId = v.InferOutput<typeof InvitationId>;

/**
 * How a link stands. `made`: to be copied. `sending`, `sent`, `failed`: the text message with it. `opened`: somebody has come
 * by it.
 */
export const InvitationState = v.picklist(['made', 'sending', 'sent', 'failed', 'opened', 'revoked', 'expired']);
export type InvitationState = v.InferOutput<typeof InvitationState>;

/** A link by which a customer comes to an agent, as that agent's desk shows it. */
export const Invitation = v.object({
  invitationId: InvitationId,
  interactionId: InteractionId,
  state: InvitationState,
  /** The number that it goes to by text message; null where the agent passes it on. */
  to: v.nullable(v.string()),
  /** The whole address; null once nobody can come by it any more. */
  link: v.nullable(v.string()),
  createdAt: Instant,
  expiresAt: Instant,
  /** Why it could not be sent: a sentence. */
  failure: v.nullable(v.string()),
});
export type Invitation = v.InferOutput<typeof Invitation>;

/** Whether agents may send links here, and how. `byText`: by text message. `isRehearsal`: what is sent is only shown. */
export const Inviting = v.object({ byText: v.boolean(), isRehearsal: v.boolean() });
export type Inviting = v.InferOutput<typeof Inviting>;
