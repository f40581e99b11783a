import { randomUUID } from 'node:crypto';
import { InteractionId } from '@eyeline/protocol';
import * as v from 'valibot';
import type { Change } from '../../interaction/change.ts';
import type { Invitation } from '../../interaction/invitations/invitation.ts';
import { Refusal } from '../../people/refusal.ts';
import type { WorkRooms } from '../work-port.ts';
import { requireEntryPoint } from './link.ts';
import { invite } from './new-invitation.ts';

export interface MeetingAsked {
  /** By what the other system knows those who meet: the same again gives more links into the same interaction. */
  readonly subject: string;
  readonly hosts: number;
  readonly guests: number;
  readonly notBefore: number | null;
  readonly expiresAt: number;
  readonly guestName: string | null;
  readonly origin: string;
}

/** The links of a subject into the interaction that goes on or is still to begin; none where that has ended. */
export function linksAbout({ interaction }: WorkRooms, subject: string): readonly Invitation[] {
  const latest = interaction.invitations.about(subject).at(-1);
  if (!latest || interaction.logs.get(latest.interactionId)?.isClosed) return [];
  return interaction.invitations.of(latest.interactionId);
}

/** Interactions of long ago may not be in memory. */
export async function findAbout({ interaction }: WorkRooms, subject: string): Promise<void> {
  const latest = interaction.invitations.about(subject).at(-1);
  if (latest) await interaction.logs.find(latest.interactionId, interaction.now());
}

const codeOf = ({ interaction }: WorkRooms, invitation: Invitation): string =>
  interaction.invitations.codeOf(invitation) ?? '';

/** Another system asks for links by which hosts and guests meet. Answers with their codes. */
export function meet(rooms: WorkRooms, change: Change, asked: MeetingAsked) {
  const { subject, hosts, guests, ...rest } = asked;
  const [known] = linksAbout(rooms, subject);
  const { kind } = rooms.settings.config.invitations;
  const place = {
    interactionId: known?.interactionId ?? v.parse(InteractionId, randomUUID()),
    entryPointId: known?.entryPointId ?? requireEntryPoint(rooms).entryPointId,
    hostId: known?.hostId ?? null,
  };
  const all = { subject, kind, ...place, ...rest };
  const make = (count: number, role: Invitation['role']) =>
    Array.from({ length: count }, () => codeOf(rooms, invite(rooms, change, { ...all, role })));
  return { hosts: make(hosts, 'host'), guests: make(guests, 'guest') };
}

/**
 * A link for each number, sent there. A number that has one which nobody has opened yet gets no other.
 * @throws Refusal `link-expired` where all that there were have expired
 */
export function sendAbout(
  rooms: WorkRooms,
  change: Change,
  links: readonly Invitation[],
  numbers: readonly string[],
): readonly Invitation[] {
  const open = links.filter(({ expiresAt }) => expiresAt > change.now);
  const pattern = open.findLast(one => one.role === 'guest') ?? open.at(-1);
  // A message would bring a link that opens nothing.
  if (!pattern) throw new Refusal('link-expired');
  const { interactionId, entryPointId, hostId, subject, kind, notBefore, expiresAt, guestName, origin } = pattern;
  const all = { interactionId, entryPointId, hostId, subject, kind, notBefore, expiresAt, guestName, origin };
  return numbers.map(to => {
    const isGood = (one: Invitation) =>
      one.to === to && one.usedBy.length === 0 && one.revokedAt === null && one.expiresAt > change.now;
    const sent = links.find(one => isGood(one) && one.text?.state !== 'failed');
    return sent ?? invite(rooms, change, { ...all, role: 'guest', to });
  });
}
