import type { ApiError } from '../codec/api-error.ts';
import { FinesseError } from '../finesse-error.ts';
import type { CommandRefusal } from './input.ts';

// The numbers are `errorData` of the telephony (CTI), the names its `errorMessage`.
const refusals: readonly (readonly [number: string, name: string, refusal: CommandRefusal])[] = [
  ['265', 'CF_INVALID_AGENT_WORKMODE', 'pending-not-allowed'],
  ['33', 'CF_RESOURCE_BUSY', 'on-manual-call'],
  ['22', 'CF_INVALID_OBJECT_STATE', 'invalid-state'],
];

/** Why Finesse refused a change of voice state. */
export function refusalOf(error: unknown): CommandRefusal {
  if (!(error instanceof FinesseError)) return 'failed';
  for (const { data, message, type } of error.errors) {
    const known = refusals.find(([number, name]) => data === number || message.toUpperCase() === name);
    if (known) return known[2];
    if (isInvalidState({ type })) return 'invalid-state';
  }
  return error.code === 'invalid-state' ? 'invalid-state' : 'failed';
}

function isInvalidState({ type }: Pick<ApiError, 'type'>): boolean {
  return type.toLowerCase() === 'invalid state';
}
