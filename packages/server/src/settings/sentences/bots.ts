/** Why a bot's part is over, as agents read it, and what customers read where nobody can take over. */
export const botSentences = {
  asked: 'The customer asked for a person.',
  handedOver: 'The bot handed over.',
  failed: 'The bot did not answer.',
  gone: 'The bot is not configured any more.',
  nobody: 'Nobody is here just now who could take over. You can write on, or come back later.',
  answerTooLong: 'The answer is too long.',
  noAnswer: 'The answer is not what this kind of service gives.',
  status: (status: number) => `HTTP ${status}`,
};
