import type { ApiError } from './codec/api-error.ts';

/** What went wrong, for code to act on. */
export type FaultCode =
  | 'unreachable'
  | 'certificate'
  | 'wrong-port'
  | 'timed-out'
  | 'unexpected-answer'
  | 'answer-too-long'
  | 'credential-refused'
  | 'credential-stopped'
  | 'single-sign-on'
  | 'not-allowed'
  | 'not-supervisor'
  | 'secondary-node'
  | 'out-of-service'
  | 'not-found'
  | 'invalid-input'
  | 'invalid-state'
  | 'conflict'
  | 'refused'
  | 'not-confirmed'
  | 'unknown-reason'
  | 'system-reason'
  | 'not-supported'
  | 'agent-account'
  | 'reserved-resource'
  | 'connection-lost'
  | 'insecure'
  | 'stopped';

interface FaultDetails {
  readonly status?: number;
  readonly errors?: readonly ApiError[];
  /** What is known of it beside what to do: `no answer in 5000 ms`. */
  readonly stated?: string;
  readonly cause?: unknown;
}

/** A failure of Cisco's side, or of how we are set up. The message is one sentence that says what to do, and where. */
export class FinesseError extends Error {
  readonly code: FaultCode;
  /** The HTTP status, when there was an answer. */
  readonly status: number | undefined;
  /** What Finesse or UCCX said. */
  readonly errors: readonly ApiError[];
  /** What is known of it beside what to do: `no answer in 5000 ms`. */
  readonly stated: string | undefined;

  constructor(code: FaultCode, message: string, details: FaultDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.name = 'FinesseError';
    this.code = code;
    this.status = details.status;
    this.errors = details.errors ?? [];
    this.stated = details.stated;
  }
}
