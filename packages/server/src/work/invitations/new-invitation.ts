import { randomUUID } from 'node:crypto';
import { InvitationId } from '@eyeline/protocol';
import * as v from 'valibot';
import type { Change } from '../../interaction/change.ts';
import type { Invitation } from '../../interaction/invitations/invitation.ts';
import { newText } from '../texts/text-attempt.ts';
import type { WorkRooms } from '../work-port.ts';
import { keepInvitation } from './shown-invitation.ts';

type Given = Pick<Invitation, 'interactionId' | 'role' | 'kind' | 'origin' | 'entryPointId' | 'expiresAt' | 'hostId'> &
  Partial<Pick<Invitation, 'subject' | 'guestName' | 'notBefore' | 'to' | 'uses'>>;

/** Makes a link, and has it sent where it is for a telephone number. */
export function invite(rooms: WorkRooms, change: Change, given: Given): Invitation {
  const invitationId = v.parse(InvitationId, randomUUID());
  const invitation: Invitation = {
    ...{ subject: null, guestName: null, notBefore: null, to: null, uses: rooms.settings.config.invitations.uses },
    ...given,
    ...{ invitationId, codeHash: rooms.interaction.invitations.newHash(invitationId) },
    ...{ createdAt: change.now, revokedAt: null, usedBy: [] },
    text: given.to ? newText(change.now) : null,
  };
  keepInvitation(rooms, change, invitation);
  if (invitation.text) change.afterCommit(() => rooms.work.wakeTexts());
  return invitation;
}
