import * as v from 'valibot';
import { own } from '../own.ts';
import type { AttributeValue, RouteFacts } from './route-facts.ts';

const expected =
  'entryPointId, channel, domain, form.NAME, customer.NAME, attributes.NAME or ' +
  'queues.ID.waiting, .ready, .longestWaitMs or .estimatedWaitMs';
const figure = /^queues\.([\w-]{1,64})\.(waiting|ready|longestWaitMs|estimatedWaitMs)$/;

/** Where a condition looks. */
export const AttributePath = v.pipe(
  v.string(expected),
  v.check(
    path =>
      /^(?:entryPointId|channel|domain|(?:form|customer|attributes)\.[\w-]{1,64})$/.test(path) || figure.test(path),
    expected,
  ),
);
export type AttributePath = v.InferOutput<typeof AttributePath>;

/** The values at a path: none when it is absent, blank or null, several for a list. O(values). */
export function valuesAt(facts: RouteFacts, path: AttributePath): readonly (string | number | boolean)[] {
  const value = valueAt(facts, path);
  const values = Array.isArray(value) ? value : [value];
  return values.flatMap(one => (one === undefined || one === null || String(one).trim() === '' ? [] : [one]));
}

/** The queue whose figures a path asks for; null when it asks for something else. */
export function queueIn(path: AttributePath): string | null {
  return figure.exec(path)?.[1] ?? null;
}

function valueAt(facts: RouteFacts, path: AttributePath): AttributeValue | null | undefined {
  const [root = '', name = '', detail = ''] = path.split('.');
  switch (root) {
    case 'entryPointId':
    case 'channel':
    case 'domain':
      return facts[root];
    case 'form':
    case 'customer':
    case 'attributes':
      return own<AttributeValue>(facts[root], name);
    case 'queues': {
      const figures = own(facts.queues, name);
      return figures && own<number | null>(figures, detail);
    }
    default:
      return undefined;
  }
}
