import type { FailureCode } from '@eyeline/protocol';

const statuses: Partial<Record<FailureCode, number>> = {
  'invalid-payload': 400,
  'wrong-credentials': 401,
  'not-signed-in': 401,
  'token-invalid': 401,
  'token-expired': 401,
  'not-allowed': 403,
  'target-gone': 404,
  'unknown-entry-point': 404,
  'link-unknown': 404,
  'link-early': 403,
  'link-used': 410,
  'link-expired': 410,
  'link-revoked': 410,
  'link-ended': 410,
  'too-many-links': 400,
  'number-invalid': 400,
  'not-offered': 403,
  'interaction-closed': 410,
  'file-too-large': 413,
  'file-not-taken': 415,
  'file-unsafe': 422,
  closed: 403,
  'too-many-requests': 429,
  'too-many-interactions': 429,
  'server-busy': 503,
  'store-unavailable': 503,
};

/** The HTTP status of a failure. */
export const statusOf = (code: FailureCode): number => statuses[code] ?? 500;
