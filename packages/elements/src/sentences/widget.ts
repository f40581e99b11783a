/** The button in the corner, the panel around everything, and the way into a chat. */
export const widget = {
  label: 'Chat with us',
  withNews: (label: string, count: number) => `${label}, ${count === 1 ? '1 new message' : `${count} new messages`}`,
  hideMessage: 'Hide message',
  /** Under the name of the one who calls. */
  invites: 'Invites you to a call',
  title: 'Chat',
  endChat: 'End chat',
  close: 'Close',
  loading: 'Loading',
  connecting: 'Still connecting. This may take a moment.',
  unavailable: 'The chat is not available',
  start: 'Start chat',
  starting: 'Starting',
};

export type WidgetSentences = typeof widget;
