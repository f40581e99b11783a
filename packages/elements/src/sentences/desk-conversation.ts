/** A conversation as the agent has it, its customer beside it, and to whom it may be handed over. */
export const deskConversation = {
  conversationWith: (name: string) => `Conversation with ${name}`,
  hasEnded: 'The conversation has ended',
  /** A callback or a letter, of which nothing is left to do. */
  isDone: 'Done',
  handedOver: 'Handed over',
  notReached: 'Not reached',
  showChat: 'Show the chat',
  showChatWithNews: (news: number) => `Show the chat, ${news} new`,
  colleague: 'Colleague',
  colleagueNamed: (name: string) => `Colleague: ${name}`,
  colleagueWithNews: (name: string, news: number) => `Colleague: ${name}, ${news} new`,
  more: 'More',
  askColleague: 'Ask a colleague',
  handOver: 'Hand over',
  endChat: 'End chat',
  videoWithdrawn: 'The video that you offered is withdrawn.',
  videoEndsToo: 'The video call ends too.',
  /** `since` is `''` where the time is not known. */
  left: (name: string, since: string) =>
    `${name} has left the page${since && ` · since ${since}`}. What you write is shown when they are back; if they stay away, the chat ends by itself.`,

  /** `sentence`: what the customer was told. */
  checkFound: (name: string, sentence: string) => `${name}’s check before a call said: “${sentence}”`,

  fromForm: 'From the form',
  nothingElse: 'Nothing else was filled in.',
  customer: 'Customer',
  /** Before the name of a customer for whom the site's own server vouches. */
  verified: 'Verified',
  /** The customer's page says so, and nobody vouches for it. */
  saysToBe: (name: string) => `Says to be ${name}`,
  notProven: 'Not proven',
  customerId: 'Customer number',
  email: 'Email',
  phone: 'Phone',
  /** Above what the page around the chat said of the customer. */
  fromPage: 'Told by the page, not proven',
  thisVisit: 'This visit',
  cameThrough: 'Came through',
  opened: 'Opened',
  waited: 'Waited',
};
export type DeskConversationSentences = typeof deskConversation;
