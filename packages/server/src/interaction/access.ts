import type { CallId, InteractionId } from '@eyeline/protocol';
import type { AgentIdentity, Identity } from '../people/identity.ts';
import { Refusal } from '../people/refusal.ts';
import type { InteractionLog } from './interaction-log.ts';
import type { InteractionPort } from './interaction-port.ts';
import type { Request } from './request.ts';

interface WithInteraction {
  readonly interaction: InteractionPort;
}

/** Somebody's place in an interaction. */
export interface Membership {
  readonly identity: Identity;
  readonly log: InteractionLog;
}

/** @throws Refusal `not-signed-in` */
export function requireIdentity({ caller }: Request): Identity {
  if (!caller.identity) throw new Refusal('not-signed-in');
  return caller.identity;
}

/** @throws Refusal unless an agent asks */
export function requireAgent(request: Request): AgentIdentity {
  const identity = requireIdentity(request);
  if (identity.role !== 'agent') throw new Refusal('not-allowed');
  return identity;
}

/**
 * Whoever asks must have a place in the interaction. One that does not exist and one of somebody else are refused alike.
 * @throws Refusal `not-signed-in` or `not-allowed`
 */
export function requireMembership(
  { interaction }: WithInteraction,
  request: Request,
  interactionId: InteractionId,
): Membership {
  const identity = requireIdentity(request);
  const log = interaction.logs.get(interactionId);
  const presence = log?.participant(identity.participantId)?.presence;
  if (!log || presence === undefined || presence === 'left') throw new Refusal('not-allowed');
  return { identity, log };
}

/**
 * As `requireMembership`, also for an interaction that was closed long ago, for who has left it, to read as far as that, and for
 * an agent who is asked about it by a colleague.
 */
export async function findMembership(
  { interaction }: WithInteraction,
  request: Request,
  interactionId: InteractionId,
): Promise<Membership> {
  const { participantId } = requireIdentity(request);
  const log = await interaction.logs.find(interactionId, interaction.now());
  // Who is asking may have changed meanwhile.
  const identity = requireIdentity(request);
  const mayRead = log?.participant(participantId) || (log && interaction.logs.isConsulted(log, participantId));
  if (identity.participantId !== participantId || !log || !mayRead) throw new Refusal('not-allowed');
  return { identity, log };
}

/** @throws Refusal `interaction-closed` */
export function requireOpen({ log }: Membership): void {
  if (log.isClosed) throw new Refusal('interaction-closed');
}

/** @throws Refusal `call-gone` unless this call is in that state */
export function requireCall({ log }: Membership, callId: CallId, state?: 'proposed' | 'active') {
  const { call } = log.interaction;
  if (call?.callId !== callId || (state && call.state !== state)) throw new Refusal('call-gone');
  return call;
}

/** Whose command it is: command ids of different people do not meet. */
export const scopeOf = ({ role, participantId }: Identity): string => `${role}:${participantId}`;
