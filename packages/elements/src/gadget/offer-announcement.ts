import type { Offer } from '@eyeline/protocol';
import { domainNames } from './domain-words.ts';
import { offerKeys } from './offer-keys.ts';

/** An offer, for those who hear the desk. */
export const offerAnnouncement = ({ customerName, domain, queue }: Offer): string =>
  `${customerName || 'A customer'} is waiting for ${domainNames[domain].toLowerCase()} in ${queue}. ${offerKeys.accept} accepts, ${offerKeys.decline} declines.`;
