import type { Offer } from '@eyeline/protocol';
import { offerKeys } from './offer-keys.ts';

/** An offer, for those who hear the desk. */
export const offerAnnouncement = ({ customerName, title }: Offer): string =>
  `${customerName || 'A customer'} is waiting at ${title}. ${offerKeys.accept} accepts, ${offerKeys.decline} declines.`;
