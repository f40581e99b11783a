import type { CallKind } from '@eyeline/protocol';

/** One customer, proposed to the agent, or a colleague who asks. Names are `''` where nobody knows them. */
export const deskOffer = {
  offer: (name: string) => `Offer: ${name}`,
  offerOfColleague: (name: string) => `Offer: ${name} asks`,
  colleagueAsks: (name: string) => `${name} asks`,
  consultAbout: (customer: string) => `Consult · about ${customer}`,
  justCome: 'Has just come.',
  waitingFor: (span: string) => `Waiting for ${span}.`,
  /** What the customer came for. */
  wants: {
    'two-way': 'Wants a video call.',
    'one-way': 'Wants to show something by video.',
    voice: 'Wants a voice call.',
    companion: 'Wants video beside the telephone call.',
  } satisfies Record<CallKind, string>,
  atOnce: 'You are in the call as soon as you accept.',
  secondsLeft: 'Seconds left to answer',
  accept: 'Accept',
  decline: 'Decline',
  /** Heard after each of the two. */
  answerOf: 'offer',

  customerWaits: (customer: string, domain: string, queue: string) =>
    `${customer || 'A customer'} is waiting for ${domain}${queue && ` in ${queue}`}.`,
  colleagueAsksAbout: (colleague: string, customer: string, question: string) =>
    `${colleague} asks about ${customer || 'a customer'}: ${question}`,
  keys: (accept: string, decline: string) => `${accept} accepts, ${decline} declines.`,
};
export type DeskOfferSentences = typeof deskOffer;
