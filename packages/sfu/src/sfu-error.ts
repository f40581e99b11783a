/** Every way in which the SFU refuses, with the sentence it says. */
const sentences = {
  'not-ready': 'The media server is not ready. Try again in a moment.',
  'no-room': 'There is no such room, or it has been closed. Join again.',
  'no-peer': 'This participant is not in the room. Join first.',
  'outdated-join': 'This participant has joined again or has left meanwhile.',
  'no-transport': 'This participant has no such transport. Join again and use the transports of that answer.',
  'no-producer': 'That producer is not in this room any more.',
  'no-consumer': 'This participant has no such consumer.',
  'own-producer': 'A participant does not consume its own producer.',
  'source-not-allowed': 'The rules of the room do not allow that, or not now.',
  'invalid-parameters': 'The media parameters are not valid.',
  'unsupported-codec': 'This browser cannot decode that producer: no codec in common.',
} as const;

export type SfuErrorCode = keyof typeof sentences;

/** An expected refusal. `detail`: what mediasoup itself said, for the log and not for the browser. */
export class SfuError extends Error {
  override readonly name = 'SfuError';
  readonly code: SfuErrorCode;
  readonly detail: string | undefined;

  constructor(code: SfuErrorCode, detail?: string) {
    super(sentences[code]);
    this.code = code;
    this.detail = detail;
  }
}
