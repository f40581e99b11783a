/** What happened in a conversation, as lines between its messages. `who` is a name; null is the one who reads. */
export const milestone = {
  otherSide: 'The other side',
  somebodyElse: 'somebody else',
  joined: (who: string | null) => `${who ?? 'You'} joined the chat`,
  left: (who: string | null) => `${who ?? 'You'} left the chat`,
  handedOver: (who: string | null, to: string) => `${who ?? 'You'} handed the chat over to ${to}`,
  wantsCallback: (who: string | null) => `${who ?? 'You'} asked to be called back`,
  reached: (who: string | null) => `${who ?? 'You'} called, and somebody answered`,
  noAnswer: (who: string | null) => `${who ?? 'You'} called, and nobody answered`,
  lineBusy: (who: string | null) => `${who ?? 'You'} called, and the line was busy`,
  failed: (who: string | null) => `${who ?? 'You'} called, but the call did not get through`,
  callStarted: 'Video call started',
  callDeclined: (who: string | null) => `${who ?? 'You'} declined the video call`,
  callCancelled: 'You cancelled the video call',
  callMissed: (name: string) => `Missed video call from ${name}`,
  callNotStarted: 'The video call did not start',
  callLost: (span: string) => `The video connection was lost after ${span}`,
  callEnded: (span: string) => `Video call ended after ${span}`,
  chatEnded: 'The chat has ended',
  ended: (who: string | null) => `${who ?? 'You'} ended the chat`,

  // Of a callback or a message, which is work and no chat.
  tookOn: (who: string | null) => `${who ?? 'You'} took this on`,
  putDown: (who: string | null) => `${who ?? 'You'} put this down`,
  handedThisOver: (who: string | null, to: string) => `${who ?? 'You'} handed this over to ${to}`,
  isClosed: 'This is closed',
  closed: (who: string | null) => `${who ?? 'You'} closed this`,
};

export type MilestoneSentences = typeof milestone;
