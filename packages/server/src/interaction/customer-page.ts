import type { Caller } from '../people/caller.ts';
import type { CustomerIdentity } from '../people/identity.ts';
import { Refusal } from '../people/refusal.ts';
import type { SiteEntryPoint } from '../settings/config.ts';
import { customerRefusals } from '../settings/sentences/refusals.ts';
import type { InteractionRooms } from './interaction-port.ts';

/** @throws Refusal `not-allowed` for a page that may not use this entry point. What an application may use says its key. */
export function requireOrigin({ origins }: SiteEntryPoint, { origin, application }: Caller): void {
  if (application === undefined && origins && (origin === undefined || !origins.includes(origin)))
    throw new Refusal('not-allowed', customerRefusals.notOnThisPage);
}

/** @throws Refusal `too-many-pages` */
export function identifyCustomer(
  { people, settings }: Pick<InteractionRooms, 'people' | 'settings'>,
  caller: Caller,
  identity: CustomerIdentity,
): void {
  const { participantId } = identity;
  const isOneOfThem = caller.identity?.participantId === participantId;
  if (!isOneOfThem && people.callers.count(participantId) >= settings.config.limits.pagesPerVisit)
    throw new Refusal('too-many-pages');
  people.callers.identify(caller, identity);
}
