/** How the line to the server stands, and who is at its other end. */
export const connection = {
  lost: 'Connection lost',
  lostBecause: (reason: string) => `Connection lost. ${reason}`,
  tryingAgain: 'Trying again; what you write is kept and sent then.',
  back: 'Connected again.',
  otherSide: 'the other side',
};

export type ConnectionSentences = typeof connection;
