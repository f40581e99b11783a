import type { CustomerClaim, EntryPointId, KnownCustomer } from '@eyeline/protocol';
import type { InteractionRooms } from '../interaction-port.ts';
import { maskAt } from '../masking/masking.ts';

/**
 * Who comes through an entry point, as far as it is said. What nobody vouches for is masked as what people write.
 * @throws Refusal `identity-…`
 */
export async function visitorAt(
  { people, settings }: Pick<InteractionRooms, 'people' | 'settings'>,
  entryPointId: EntryPointId,
  claim: CustomerClaim | undefined,
): Promise<KnownCustomer | null> {
  const known = await people.visitors.identify(entryPointId, claim);
  if (!known) return null;
  const mask = maskAt(settings, entryPointId);
  const { level, realm, details, attributes, ...who } = known;
  const said = Object.fromEntries(Object.entries(who).flatMap(([key, value]) => (value ? [[key, value]] : [])));
  return {
    ...(level === 'verified' ? who : mask.values(said)),
    level,
    realm,
    details,
    attributes: mask.named(attributes),
  };
}
