import type { AgentId, InvitationState, Inviting, Invitation as ShownInvitation } from '@eyeline/protocol';
import type { Change } from '../../interaction/change.ts';
import { type Invitation, standingOf } from '../../interaction/invitations/invitation.ts';
import { notifyAgent } from '../effects/notify-agent.ts';
import type { WorkRooms } from '../work-port.ts';
import { linkOf } from './link.ts';

/** So many are shown at a desk that comes. */
const mostShown = 50;
/** What became of a link is shown for so long. */
const shownMs = 60 * 60_000;

function stateOf({ usedBy, revokedAt, expiresAt, text }: Invitation, now: number): InvitationState {
  if (usedBy.length > 0) return 'opened';
  if (revokedAt !== null) return 'revoked';
  if (expiresAt <= now) return 'expired';
  if (text === null) return 'made';
  return text.state === 'waiting' ? 'sending' : text.state;
}

/** A link as its agent's desk shows it. */
export function shownInvitation(rooms: WorkRooms, invitation: Invitation): ShownInvitation {
  const { invitationId, interactionId, to, createdAt, expiresAt, text } = invitation;
  const now = rooms.interaction.now();
  const isGood = standingOf(invitation, now, null) === 'open';
  return {
    ...{ invitationId, interactionId, to, createdAt, expiresAt },
    state: stateOf(invitation, now),
    link: isGood ? linkOf(rooms, invitation) : null,
    failure: text?.state === 'failed' ? text.reason : null,
  };
}

/** Those to show at a desk, the oldest first. */
export function invitationsOf(rooms: WorkRooms, agentId: AgentId): ShownInvitation[] {
  const since = rooms.interaction.now() - shownMs;
  const recent = rooms.interaction.invitations
    .to(agentId)
    .filter(one => one.createdAt > since || one.expiresAt > since + shownMs);
  return recent.slice(-mostShown).map(one => shownInvitation(rooms, one));
}

/** What agents may do with links here; null: nothing. */
export function invitingOf(rooms: WorkRooms): Inviting | null {
  const { config } = rooms.settings;
  if (!config.entryPoints.some(({ video }) => video)) return null;
  return { byText: config.invitations.byText, isRehearsal: rooms.work.gateway.isRehearsal };
}

/** A link is new, or another now: it is kept, and its agent's desk told. */
export function keepInvitation(rooms: WorkRooms, change: Change, invitation: Invitation): void {
  rooms.interaction.invitations.keep(change, invitation);
  const { hostId, role } = invitation;
  if (hostId === null || role === 'host') return;
  change.afterCommit(() => notifyAgent(rooms, hostId, 'invitation.changed', shownInvitation(rooms, invitation)));
}
