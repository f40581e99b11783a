import { randomUUID } from 'node:crypto';
import { CallKind, InteractionId, type LinkStanding, ParticipantId, TaskId } from '@eyeline/protocol';
import * as v from 'valibot';
import type { Change } from '../../interaction/change.ts';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { type Invitation, standingOf } from '../../interaction/invitations/invitation.ts';
import { hashOf } from '../../interaction/invitations/invitation-code.ts';
import type { CustomerIdentity } from '../../people/identity.ts';
import { Refusal } from '../../people/refusal.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import type { WorkRooms } from '../work-port.ts';
import { awaitsHost, requestGuestTask } from './guest-task.ts';
import { keepInvitation } from './shown-invitation.ts';

/** What a link is shown with when nobody can come by it. */
export function requireLink(rooms: WorkRooms, code: string): Invitation {
  const invitation = rooms.interaction.invitations.find(code);
  if (!invitation) throw new Refusal('link-unknown');
  return invitation;
}

/** As it is for who has not come by it before. */
export const linkStanding = ({ interaction }: WorkRooms, invitation: Invitation): LinkStanding =>
  standingOf(invitation, interaction.now(), null);

/** @throws Refusal that says why nobody comes by it */
export function requireStanding(invitation: Invitation, now: number, holder: string | null): void {
  const standing = standingOf(invitation, now, holder);
  if (standing !== 'open') throw new Refusal(`link-${standing}`);
}

/**
 * A guest comes by a link: as the customer of its interaction, which begins with that or goes on. `key` is the guest's own:
 * with it they come back by the same link after a reload. `network`: where they come from.
 * @throws Refusal that says why not
 */
export async function arrive(
  rooms: WorkRooms,
  code: string,
  { key, network }: { readonly key: string; readonly network: string },
): Promise<CustomerIdentity> {
  const { invitationId, interactionId } = requireLink(rooms, code);
  // It may be a conversation of long ago.
  await rooms.interaction.logs.find(interactionId, rooms.interaction.now());
  return rooms.interaction.change(change => {
    const invitation = rooms.interaction.invitations.get(invitationId);
    if (!invitation) throw new Refusal('link-unknown');
    if (invitation.role === 'host') throw new Refusal('not-allowed', invitationSentences.agentsOnly);
    const holder = hashOf(key);
    requireStanding(invitation, change.now, holder);
    const { log, isNew } = enter(rooms, change, invitation, network);
    if (!invitation.usedBy.includes(holder)) {
      const used = rooms.interaction.invitations.get(invitationId) ?? invitation;
      keepInvitation(rooms, change, { ...used, usedBy: [...used.usedBy, holder] });
    }
    if (isNew && !awaitsHost(rooms, log)) requestGuestTask(rooms, change, log);
    const customer = log.interaction.participants.find(one => one.role === 'customer');
    if (!customer) throw new Refusal('link-ended');
    return { role: 'customer', participantId: customer.participantId, interactionId: log.interactionId };
  });
}

/** Its interaction: the one that goes on, or one that begins now. */
function enter(
  rooms: WorkRooms,
  change: Change,
  invitation: Invitation,
  network: string,
): { readonly log: InteractionLog; readonly isNew: boolean } {
  const log = rooms.interaction.logs.get(invitation.interactionId);
  if (log && !log.isClosed) return { log, isNew: false };
  // Who waited, left, and was never served by anybody may come again.
  if (log?.interaction.participants.some(one => one.role === 'agent')) throw new Refusal('link-ended');
  // Who came by it in time comes back to what goes on, and begins nothing anew.
  if (invitation.expiresAt <= change.now) throw new Refusal('link-expired');
  rooms.work.openLimit.takeFrom(network, performance.now());
  const interactionId = log ? moveAll(rooms, change, invitation.interactionId) : invitation.interactionId;
  return { log: begin(change, { ...invitation, interactionId }), isNew: true };
}

/** All links into an interaction lead to a new one from here on. */
function moveAll(rooms: WorkRooms, change: Change, from: InteractionId): InteractionId {
  const interactionId = v.parse(InteractionId, randomUUID());
  for (const one of rooms.interaction.invitations.of(from)) keepInvitation(rooms, change, { ...one, interactionId });
  return interactionId;
}

function begin(change: Change, invitation: Invitation): InteractionLog {
  const { interactionId, entryPointId, guestName, to, kind } = invitation;
  const taskId = v.parse(TaskId, randomUUID());
  const log = change.open(interactionId, taskId);
  const attributes = to === null ? {} : { attributes: { [invitationSentences.telephone]: to } };
  const opened = {
    entryPointId,
    taskId,
    form: {},
    domain: 'video',
    ...attributes,
    invited: { kind: v.parse(v.fallback(CallKind, 'two-way'), kind) },
  } as const;
  change.append(log, { type: 'interaction.opened', ...opened });
  const participantId = v.parse(ParticipantId, randomUUID());
  const name = guestName ?? to ?? invitationSentences.guest;
  change.append(log, { type: 'participant.joined', participantId, role: 'customer', name });
  return log;
}
