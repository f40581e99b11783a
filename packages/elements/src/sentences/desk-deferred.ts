import type { AttemptOutcome } from '@eyeline/protocol';

/** Somebody to call back, or a message that was left. */
export const deskDeferred = {
  callback: 'Callback',
  message: 'Message',
  call: (number: string) => `Call ${number}`,
  noNumber: 'There is no number in the form; it may stand in the messages below.',
  wantsToBeCalled: 'Wants to be called',
  yourTime: (window: string) => `${window}, your time`,
  theirClock: 'On their clock',
  /** Beside the time, where the customer's clock is another. */
  inZone: (window: string, zone: string) => `${window}, ${zone}`,
  attempts: 'Tries so far',
  howDidItGo: 'How did it go?',
  outcomes: {
    reached: 'Reached',
    'no-answer': 'No answer',
    'line-busy': 'Line busy',
    failed: 'Failed',
  } satisfies Record<AttemptOutcome, string>,
  triedAgain: 'Unless somebody was reached, it is tried again later by itself.',
  answerByEmail: 'Answer by e-mail',
  done: 'Done',
};
export type DeskDeferredSentences = typeof deskDeferred;
