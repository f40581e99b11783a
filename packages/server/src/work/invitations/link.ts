import type { Invitation } from '../../interaction/invitations/invitation.ts';
import { Refusal } from '../../people/refusal.ts';
import type { SiteEntryPoint } from '../../settings/config.ts';
import { isOwnHost } from '../../settings/own-names.ts';
import { invitationSentences } from '../../settings/sentences/invitations.ts';
import type { WorkRooms } from '../work-port.ts';

type Rooms = Pick<WorkRooms, 'settings' | 'interaction'>;

/** The address by which somebody comes; null where its code cannot be made any more. */
export function linkOf({ interaction }: Rooms, invitation: Invitation): string | null {
  const code = interaction.invitations.codeOf(invitation);
  return code === null ? null : `${invitation.origin}/v/${code}`;
}

/** Who invites, as guests read it. */
export const companyOf = (
  { settings }: Pick<Rooms, 'settings'>,
  { entryPointId }: Pick<Invitation, 'entryPointId'>,
): string => settings.config.invitations.company ?? settings.entryPoint(entryPointId).title;

/** The text message that takes the link to its guest. */
export const textOf = (rooms: Rooms, invitation: Invitation, link: string): string =>
  rooms.settings.config.invitations.text
    .replaceAll('{company}', () => companyOf(rooms, invitation))
    .replaceAll('{link}', () => link);

/**
 * Where links lead: as the site says, else as `asked`, where that is a name of this machine.
 * @throws Refusal `not-offered`
 */
export function requireOrigin({ settings }: Pick<Rooms, 'settings'>, asked: string | undefined): string {
  const { publicUrl } = settings.config;
  if (publicUrl !== undefined) return new URL(publicUrl).origin;
  const url = asked !== undefined && URL.canParse(asked) ? new URL(asked) : null;
  if (!url || !isOwnHost(url.hostname)) throw new Refusal('not-offered', invitationSentences.noAddress);
  return url.origin;
}

/**
 * Where those come who have no conversation yet.
 * @throws Refusal `not-offered`
 */
export function requireEntryPoint({ settings }: Pick<Rooms, 'settings'>): SiteEntryPoint {
  const { config } = settings;
  const wanted = config.invitations.entryPointId;
  const found = config.entryPoints.find(one => (wanted ? one.entryPointId === wanted : one.video));
  if (!found?.video) throw new Refusal('not-offered', invitationSentences.noEntryPoint);
  return found;
}
