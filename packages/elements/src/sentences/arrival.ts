/** Who comes by a link: what awaits them, or why it does not open. */
export const arrival = {
  loading: 'One moment…',
  invites: (company: string) => `${company} invites you to show what you see`,
  camera: 'Your camera’s picture, once you allow it. You can switch it off at any time.',
  telephone: 'No sound: you go on talking on the telephone.',
  microphone: 'Your microphone, once you allow it.',
  microphones: 'Your microphone and theirs, once you allow it.',
  nothingInstalled: 'Nothing is installed, and you need no account.',
  proceed: 'Continue',
  chat: 'Chat instead',
  again: 'Try again',
  doesNotOpen: 'This link does not open',
  notNow: 'That did not work',
  unreached: 'We cannot be reached',
  staysGood: 'Check your connection, then try again. The link stays good.',
  forAgent: 'This link is for the agent, who opens it at the desk.',
};

export type ArrivalSentences = typeof arrival;
