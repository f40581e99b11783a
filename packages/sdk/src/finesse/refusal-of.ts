import type { DesktopRefusal } from '@eyeline/protocol';
import * as v from 'valibot';

const text = v.fallback(v.pipe(v.union([v.string(), v.number()]), v.transform(String)), '');
const ApiError = v.object({ ErrorType: text, ErrorMessage: text, ErrorData: text });
/** What finesse.js hands to `error`; every level may be missing. */
const Answer = v.object({
  object: v.object({
    ApiErrors: v.object({ ApiError: v.union([ApiError, v.pipe(v.array(ApiError), v.minLength(1))]) }),
  }),
});

// The numbers are `ErrorData` of the telephony (CTI), the names its `ErrorMessage`.
const refusals: readonly (readonly [number: string, name: string, refusal: DesktopRefusal])[] = [
  ['265', 'CF_INVALID_AGENT_WORKMODE', 'pending-not-allowed'],
  ['33', 'CF_RESOURCE_BUSY', 'on-manual-call'],
  ['22', 'CF_INVALID_OBJECT_STATE', 'invalid-state'],
];

/** Why Finesse refused, from what finesse.js hands to its `error` callback. */
export function refusalOf(answer: unknown): DesktopRefusal {
  const read = v.safeParse(Answer, answer);
  if (!read.success) return 'failed';
  for (const { ErrorType, ErrorMessage, ErrorData } of [read.output.object.ApiErrors.ApiError].flat()) {
    const known = refusals.find(([number, name]) => ErrorData === number || ErrorMessage.toUpperCase() === name);
    if (known) return known[2];
    if (ErrorType.toLowerCase() === 'invalid state') return 'invalid-state';
  }
  return 'failed';
}
