/** Why media did not flow, with the sentence that the person reads. */
export const callFailures = {
  'no-connection': 'The two sides could not reach each other. The chat goes on; try the video again.',
  'connection-lost': 'The video connection was lost. The chat goes on; try the video again.',
} as const;

export interface CallFailure {
  readonly code: keyof typeof callFailures;
  readonly message: string;
}

export const callFailure = (code: CallFailure['code']): CallFailure => ({ code, message: callFailures[code] });
