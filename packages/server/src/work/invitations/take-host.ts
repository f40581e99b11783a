import type { AgentId, InteractionId } from '@eyeline/protocol';
import type { Change } from '../../interaction/change.ts';
import { hashOf } from '../../interaction/invitations/invitation-code.ts';
import { Refusal } from '../../people/refusal.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import { taskOf } from '../closing.ts';
import type { WorkRooms } from '../work-port.ts';
import { requireLink, requireStanding } from './arrive.ts';
import { requestGuestTask } from './guest-task.ts';
import { keepInvitation } from './shown-invitation.ts';

/**
 * An agent opens the link of a host: guests of the links beside it come to this agent, and one who waits already is there at
 * once.
 * @throws Refusal that says why not
 */
export function takeHost(rooms: WorkRooms, change: Change, code: string, agentId: AgentId): InteractionId {
  const invitation = requireLink(rooms, code);
  const { interactionId } = invitation;
  if (invitation.role !== 'host') throw new Refusal('not-allowed', invitationSentences.guestsOnly);
  const holder = hashOf(agentId);
  requireStanding(invitation, change.now, holder);
  const log = rooms.interaction.logs.get(interactionId);
  if (log?.isClosed) throw new Refusal('link-ended');
  const all = rooms.interaction.invitations.of(interactionId);
  const hostId = all.find(one => one.hostId !== null)?.hostId ?? null;
  if (hostId !== null && hostId !== agentId) throw new Refusal('not-allowed', invitationSentences.takenByOther);
  for (const one of all) {
    const usedBy = one === invitation && !one.usedBy.includes(holder) ? [...one.usedBy, holder] : one.usedBy;
    if (one.hostId !== agentId || usedBy !== one.usedBy)
      keepInvitation(rooms, change, { ...one, hostId: agentId, usedBy });
  }
  if (log && !taskOf(rooms, log)) requestGuestTask(rooms, change, log);
  return interactionId;
}
