import type { Offer } from '@eyeline/protocol';
import { deskOffer } from '../sentences/desk-offer.ts';
import { deskState } from '../sentences/desk-state.ts';
import { offerKeys } from './offer-keys.ts';

/** An offer in a sentence. */
export const offerSentence = ({ customerName, domain, queue, consult }: Offer): string =>
  consult
    ? deskOffer.colleagueAsksAbout(consult.askerName, customerName, consult.question)
    : deskOffer.customerWaits(customerName, deskState.domainsInside[domain], queue);

/** An offer, for those who hear the desk. */
export function offerAnnouncement(offer: Offer): string {
  return `${offerSentence(offer)} ${deskOffer.keys(offerKeys.accept, offerKeys.decline)}`;
}
