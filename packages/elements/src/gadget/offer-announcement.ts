import type { Offer } from '@eyeline/protocol';
import { deskOffer } from '../sentences/desk-offer.ts';
import { deskState } from '../sentences/desk-state.ts';
import { offerKeys } from './offer-keys.ts';

/** An offer, for those who hear the desk. */
export function offerAnnouncement({ customerName, domain, queue, consult }: Offer): string {
  const what = consult
    ? deskOffer.colleagueAsksAbout(consult.askerName, customerName, consult.question)
    : deskOffer.customerWaits(customerName, deskState.domainsInside[domain], queue);
  return `${what} ${deskOffer.keys(offerKeys.accept, offerKeys.decline)}`;
}
