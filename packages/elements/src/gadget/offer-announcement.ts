import type { Offer } from '@eyeline/protocol';
import { domainNames } from './domain-words.ts';
import { offerKeys } from './offer-keys.ts';

/** An offer, for those who hear the desk. */
export function offerAnnouncement({ customerName, domain, queue, consult }: Offer): string {
  const what = consult
    ? `${consult.askerName} asks about ${customerName || 'a customer'}: ${consult.question}`
    : `${customerName || 'A customer'} is waiting for ${domainNames[domain].toLowerCase()} in ${queue}.`;
  return `${what} ${offerKeys.accept} accepts, ${offerKeys.decline} declines.`;
}
