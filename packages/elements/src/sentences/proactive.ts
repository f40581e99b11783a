import type { FallbackOption } from '@eyeline/protocol';

/** What stands in an invitation to chat for which the site has no words of its own. */
export const proactive = {
  /** What the card is called for who hears it. */
  invitation: 'Invitation to chat',
  question: 'Do you have a question? We are here for you.',
  accept: {
    chat: 'Start chat',
    video: 'Start video call',
    callback: 'Ask for a call',
    message: 'Leave a message',
  } satisfies Record<FallbackOption, string>,
  dismiss: 'No, thank you',
};

export type ProactiveSentences = typeof proactive;
