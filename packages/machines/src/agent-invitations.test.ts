import type { Invitation, InvitationId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import { canDo } from './desk-controls.ts';
import { desk, other, startAtDesk, task } from './testing/start-agent.ts';

const invitation: Invitation = {
  invitationId: 'invitation-1' as InvitationId,
  interactionId: other.interactionId,
  state: 'sending',
  to: '+442079460018',
  link: 'https://lamps.example/v/code',
  createdAt: 1,
  expiresAt: 2,
  failure: null,
};

test('links are asked for, and shown as the server says they stand', () => {
  const side = startAtDesk({ invitations: [invitation] });
  side.actor.send({ type: 'invite', numbers: ['+442079460019'] });
  expect(side.connection.asked().at(-1)).toMatchObject({ type: 'invitation.send', numbers: ['+442079460019'] });
  const second = { ...invitation, invitationId: 'invitation-2' as InvitationId };
  side.connection.notify({ type: 'invitation.changed', ...second });
  side.connection.notify({ type: 'invitation.changed', ...invitation, state: 'sent' });
  expect(side.actor.getSnapshot().context.invitations).toEqual([{ ...invitation, state: 'sent' }, second]);
});

test('each link is asked about by itself', () => {
  const side = startAtDesk({ invitations: [invitation] });
  const { invitationId } = invitation;
  side.actor.send({ type: 'withdraw-invitation', invitationId });
  expect(canDo(side.actor.getSnapshot(), { type: 'invite-again', invitationId })).toBe(false);
  expect(canDo(side.actor.getSnapshot(), { type: 'invite', numbers: [] })).toBe(true);
});

test('who comes by a link of the agent’s is in front, whatever else is', () => {
  const side = startAtDesk({ tasks: [task], invitations: [invitation] });
  expect(side.actor.getSnapshot().context.selected).toBe(task.taskId);
  side.connection.notify({ type: 'task.state-changed', ...other, domain: 'video' });
  expect(side.actor.getSnapshot().context.selected).toBe(other.taskId);
});

test('a desk without links is a desk', () => {
  expect(desk().inviting).toBeNull();
});
