/** After the conversation: what it was about. */
export const deskWrapUp = {
  question: 'What fits best?',
  nobodyUntilFinished: 'Nobody new comes until you finish.',
  finish: 'Finish',
};
export type DeskWrapUpSentences = typeof deskWrapUp;
