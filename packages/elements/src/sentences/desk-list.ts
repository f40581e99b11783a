/** The agent's conversations beside each other, and what waits and may be picked. */
export const deskList = {
  /** In the place of the last words, where that was a picture. */
  picture: 'A picture',
  conversations: 'Conversations',
  allConversations: 'All conversations',
  allConversationsWithNews: (news: number) => `All conversations, ${news} new`,
  /** Heard after the number. */
  news: 'new',
  toWrapUp: 'To wrap up',
  writing: 'Is writing…',
  videoOffered: 'Call offered.',
  inVideoCall: 'In a video call.',
  inVoiceCall: 'In a voice call.',
  asks: (customer: string) => `Asks about ${customer || 'a customer'}`,
  asked: (customer: string) => `Asked about ${customer || 'a customer'}`,
  toBeCalledBack: 'To be called back',
  leftMessage: 'Left a message',
  connected: 'Connected',
  ownMessage: (text: string) => `You: ${text}`,

  waiting: 'Waiting',
  waitingCount: (count: number) => `Waiting (${count})`,
  moreWaiting: (count: number) => `and ${count} more`,
  waits: (domain: string, queue: string, span: string) =>
    queue === '' ? `${domain}, waits for ${span}` : `${domain}, ${queue}, waits for ${span}`,
  pick: 'Pick',
};
export type DeskListSentences = typeof deskList;
