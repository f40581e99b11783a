import type { FailureCode } from '@eyeline/protocol';
import { permissionsOf } from '../permissions.ts';
import { statusOf } from '../route/statuses.ts';
import type { DescribedRoute } from './described-route.ts';

const forAll: readonly FailureCode[] = ['server-busy', 'store-unavailable'];
const forAskers: readonly FailureCode[] = ['not-signed-in', 'token-invalid', 'token-expired', 'not-allowed'];

/** How an operation may be refused: codes by HTTP status, in the order of the statuses. */
export function failuresOf(route: DescribedRoute): ReadonlyMap<number, readonly FailureCode[]> {
  const takesSomething = route.method !== 'GET' || route.params !== undefined || route.query !== undefined;
  const isForAnybody = permissionsOf(route.operationId).includes('anybody');
  const codes = new Set<FailureCode>([
    ...(takesSomething ? (['invalid-payload'] as const) : []),
    ...(isForAnybody ? [] : forAskers),
    ...route.failures,
    ...forAll,
  ]);
  const byStatus = new Map<number, FailureCode[]>();
  const add = (status: number, code: FailureCode) => byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  for (const code of codes) add(statusOf(code), code);
  // Of a body that is too long, or in a form that is not read.
  if (route.method !== 'GET') for (const status of [413, 415]) add(status, 'invalid-payload');
  return new Map([...byStatus].toSorted(([one], [other]) => one - other));
}
