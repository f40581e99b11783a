/** Links by which customers come: from a telephone call to video. */
export const deskInvite = {
  send: 'Send a video link',
  title: 'Send a video link',
  intro: 'Your customer opens it on a phone, without an account. The conversation opens here by itself when they come.',
  introInto: 'The customer opens it on another device and goes on there, with this conversation.',
  numbers: 'Telephone numbers',
  numbersHint: 'With the country, as +44 20 7946 0018. Several on a line each.',
  numbersMissing: 'Write at least one number.',
  sendIt: 'Send',
  makeLink: 'Make a link to copy',
  rehearsal: 'No gateway is configured: messages are shown at /texts.html and go nowhere.',
  /** Where no conversation is: somebody may come by a link. */
  awaited: 'Your link is on its way. The conversation opens here when they come.',
  links: 'Links',
  toCopy: 'Link to copy',
  states: {
    made: 'ready',
    sending: 'being sent',
    sent: 'sent',
    failed: 'not sent',
    opened: 'opened',
    revoked: 'withdrawn',
    expired: 'expired',
  },
  copy: 'Copy link',
  copied: 'Copied',
  again: 'Send again',
  withdraw: 'Withdraw',
  of: (what: string, whose: string) => `${what}: ${whose}`,
};
export type DeskInviteSentences = typeof deskInvite;
