import { figures } from './locale.ts';

/** Messages that are more than text: answers to choose from, cards, forms. */
export const cards = {
  chooseAnswer: 'Choose an answer',
  chosen: 'Chosen',
  waits: 'Waits for the customer’s answer',
  isAnswered: 'Answered',
  isClosed: 'This can no longer be answered.',
  card: (place: number, count: number) => `Card ${figures(place)} of ${figures(count)}`,
  severalCards: (count: number) => `${figures(count)} cards`,
  before: 'Back',
  next: 'Next',
  sendForm: 'Send',
};

export type CardsSentences = typeof cards;
