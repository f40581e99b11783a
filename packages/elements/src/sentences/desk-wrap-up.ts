/** After the conversation: what it was about. */
export const deskWrapUp = {
  question: 'What fits best?',
  nobodyUntilFinished: 'Nobody new comes until you finish.',
  finish: 'Finish',

  /** How the call was that has just ended: what each side received. `who`: a name; null is the one who reads. */
  measured: (who: string | null, level: string, figures: string) =>
    `The call at ${who === null ? 'your side' : `${who}’s side`}: ${level}${figures && ` (${figures})`}.`,
  unmeasured: (who: string | null) => `The call at ${who === null ? 'your side' : `${who}’s side`} was not measured.`,
  levels: { good: 'good', fair: 'weak at times', poor: 'bad' },
  lost: (share: number) => `${Number((share * 100).toFixed(1))} % lost`,
  roundTrip: (ms: number) => `${ms} ms there and back`,
  height: (pixels: number) => `${pixels}p`,
  freezes: (count: number) => (count === 1 ? 'stood still once' : `stood still ${count} times`),
};
export type DeskWrapUpSentences = typeof deskWrapUp;
