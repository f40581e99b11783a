import { AgentId, type InteractionId, ParticipantId } from '@eyeline/protocol';
import * as v from 'valibot';

/** A customer of one interaction. */
export interface CustomerIdentity {
  readonly role: 'customer';
  readonly participantId: ParticipantId;
  readonly interactionId: InteractionId;
}

/** An agent, signed in. */
export interface AgentIdentity {
  readonly role: 'agent';
  readonly participantId: ParticipantId;
  readonly agentId: AgentId;
  readonly sessionId: string;
}

/** Who is at the other end of a socket. */
export type Identity = CustomerIdentity | AgentIdentity;

/** In every conversation the agent's id is the participant's id too. */
export const participantIdOf = (agentId: AgentId): ParticipantId => v.parse(ParticipantId, agentId);

/** The agent behind a participant's id. */
export const agentOf = (participantId: ParticipantId): AgentId => v.parse(AgentId, participantId);

export const agentIdentity = (agentId: AgentId, sessionId: string): AgentIdentity => ({
  role: 'agent',
  participantId: participantIdOf(agentId),
  agentId,
  sessionId,
});
