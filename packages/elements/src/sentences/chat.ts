import { figures } from './locale.ts';

/** A conversation: what is said of messages, of people, and of waiting for them. */
export const chat = {
  messages: 'Messages',
  newMessages: 'New messages',
  isTyping: (name: string) => `${name} is typing`,
  you: 'You',
  somebody: 'Somebody',
  /** A program speaks. */
  bot: (name: string) => `${name} (bot)`,
  read: 'Read',
  delivered: 'Delivered',
  sent: 'Sent',
  sending: 'Sending',
  unsent: 'Not sent yet',
  refused: (reason: string) => `Not sent. ${reason}`,
  tryAgain: 'Try again',
  remove: 'Remove',
  notShown: 'This part cannot be shown.',
  /** A number that was hidden, for those who do not see it: what is left of it. */
  hiddenNumber: (last: string) => (last ? `Hidden, ends with ${last}` : 'Hidden'),
  hiddenCard: 'The card number was hidden: it is neither passed on nor kept.',
  hiddenIban: 'The account number (IBAN) was hidden: it is neither passed on nor kept.',
  hiddenSsn: 'The social security number was hidden: it is neither passed on nor kept.',
  hiddenOwn: (what: string) => `Hidden: ${what}. It is neither passed on nor kept.`,

  message: 'Message',
  write: 'Write a message',
  send: 'Send',
  add: 'Add a file or an emoji',
  charactersLeft: (left: number) => `${figures(left)} ${left === 1 ? 'character' : 'characters'} left`,
  tooLong: (over: number, most: number) =>
    `${figures(over)} ${over === 1 ? 'character' : 'characters'} too many. A message holds ${figures(most)}: send it in several parts.`,

  waiting: 'Waiting',
  finding: 'Finding an agent for you',
  next: 'You are next',
  number: (position: number) => `You are number ${position} in the queue`,
  areWaiting: 'You are waiting',
  first: 'You are first in line',
  waitingTime: (time: string) => `Waiting time: ${time}`,
  underMinute: 'less than a minute',
  overHour: 'more than an hour',
  upTo: (minutes: number) => `up to ${minutes} minutes`,
  about: (minutes: number) => `about ${minutes} ${minutes === 1 ? 'minute' : 'minutes'}`,
  between: (low: number, high: number) => `about ${low} to ${high} minutes`,
  soon: 'You are helped as soon as an agent is free. You can already write what it is about.',
  nobodyThere: 'Nobody can help right now. You keep your place, and whoever comes reads what you write.',
  handedOver: (to: string) => `You are handed over to ${to}`,
  goOn: 'They see what was said so far. You can go on writing.',
  otherWays: 'Other ways',
  leave: 'Leave',

  lostConnection: (name: string) => `${name} lost the connection. Go on writing: ${name} will see it when back.`,
  endThis: 'End this chat?',
  end: 'End chat',
  stay: 'Keep chatting',
  ended: 'Chat ended',
  thanks: 'Thank you for chatting with us.',
  startNew: 'Start a new chat',
};

export type ChatSentences = typeof chat;
