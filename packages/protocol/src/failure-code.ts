import * as v from 'valibot';

/** Every way in which the server refuses. */
export const FailureCode = v.picklist([
  'invalid-payload',
  'version-mismatch',
  'unknown-command',
  'unknown-entry-point',
  'invalid-form',
  'message-too-long',
  'too-many-requests',
  'too-many-connections',
  'starting',
  'too-many-pages',
  'too-many-interactions',
  'proof-required',
  'proof-refused',
  'token-invalid',
  'token-expired',
  'wrong-credentials',
  'not-signed-in',
  'not-allowed',
  'closed',
  'callback-not-possible',
  'consult-in-progress',
  'consult-gone',
  'target-gone',
  'interaction-closed',
  'unknown-reason',
  'offer-gone',
  'task-gone',
  'voice-channel-not-yours',
  'call-in-progress',
  'call-gone',
  'call-not-allowed',
  'not-in-call',
  'join-outdated',
  'transport-gone',
  'producer-gone',
  'own-producer',
  'consumer-gone',
  'codec-not-supported',
  'media-unavailable',
  'store-unavailable',
  'already-done',
  'server-busy',
  'internal',
] as const);

/** Those that are said to desks and over HTTP alone: customers' pages hold no names of them. */
export const LinkFailureCode = v.picklist([
  'link-unknown',
  'link-early',
  'link-used',
  'link-expired',
  'link-revoked',
  'link-ended',
  'too-many-links',
  'number-invalid',
  'not-offered',
] as const);

export type FailureCode = v.InferOutput<typeof FailureCode> | v.InferOutput<typeof LinkFailureCode>;

/** As a customer's page reads it. */
export const Failure = v.object({ code: FailureCode, message: v.string() });
export interface Failure {
  readonly code: FailureCode;
  readonly message: string;
}
