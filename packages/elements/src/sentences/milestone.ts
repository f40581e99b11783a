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
  /** How a call is called in the sentences below. */
  video: 'video call',
  voice: 'voice call',
  callStarted: (call: string) => `The ${call} started`,
  callDeclined: (who: string | null, call: string) => `${who ?? 'You'} declined the ${call}`,
  callLater: (who: string | null, call: string) => `${who ?? 'You'} would rather have the ${call} later`,
  callCancelled: (call: string) => `You cancelled the ${call}`,
  callMissed: (call: string, name: string) => `Missed ${call} from ${name}`,
  callNotAnswered: (call: string) => `The ${call} was not answered`,
  callNotStarted: (call: string) => `The ${call} did not start`,
  callLost: (call: string, span: string) => `The ${call} was lost after ${span}: the connection did not carry it`,
  callChanged: (who: string | null, call: string) => `${who ?? 'You'} went on with a ${call}`,
  callNotAgreed: (who: string | null) => `${who ?? 'You'} did not agree to what is asked before a call with video`,
  callKept: (who: string | null) => `${who ?? 'You'} wanted to go on without video`,
  callEnded: (call: string, span: string) => `The ${call} ended after ${span}`,
  snapshotRefused: (who: string | null) => `${who ?? 'You'} did not allow a snapshot`,
  snapshotFailed: 'The snapshot could not be taken',
  chatEnded: 'The chat has ended',
  ended: (who: string | null) => `${who ?? 'You'} ended the chat`,
  stillThere: (span: string) => `Are you still there? Without an answer, this chat ends in ${span}.`,
  endedSilent: 'The chat has ended, as no answer came',
  surveyed: (who: string | null) => `${who ?? 'You'} answered the survey`,

  // Of a callback or a message, which is work and no chat.
  tookOn: (who: string | null) => `${who ?? 'You'} took this on`,
  putDown: (who: string | null) => `${who ?? 'You'} put this down`,
  handedThisOver: (who: string | null, to: string) => `${who ?? 'You'} handed this over to ${to}`,
  isClosed: 'This is closed',
  closed: (who: string | null) => `${who ?? 'You'} closed this`,
};

export type MilestoneSentences = typeof milestone;
