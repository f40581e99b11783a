import type { Fault } from '@eyeline/routing';
import { isSupportedCountry } from 'libphonenumber-js/min';
import type { Config } from '../config.ts';
import { configSentences } from '../sentences/config.ts';

/** What a schema cannot see of invitations: an entry point that is none, a country that no number is of. */
export function invitationFaults({ invitations, entryPoints }: Pick<Config, 'invitations' | 'entryPoints'>): Fault[] {
  const { entryPointId, country } = invitations;
  const faults: Fault[] = [];
  const there = entryPoints.map(one => one.entryPointId);
  if (entryPointId !== undefined && !there.includes(entryPointId))
    faults.push({
      path: 'invitations.entryPointId',
      expected: configSentences.oneOf('entryPoints', there.slice(0, 20)),
      received: JSON.stringify(entryPointId),
    });
  if (country !== undefined && !isSupportedCountry(country))
    faults.push({
      path: 'invitations.country',
      expected: configSentences.aCountry,
      received: JSON.stringify(country),
    });
  return faults;
}
