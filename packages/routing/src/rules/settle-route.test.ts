import { InteractionId } from '@eyeline/protocol';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../calendar/fault.ts';
import { ExternalRouter, RouterRequest } from './external-router.ts';
import type { OnRoute } from './route-request.ts';
import { type RouteAnswer, settleRoute } from './settle-route.ts';

const known = { queues: new Set(['loans', 'general']), skills: new Set(['german']), calendars: new Set<string>() };
const proposed = { queueId: 'general', priority: 3, attributes: { a: 1 } };
const router = v.parse(ExternalRouter, { url: 'https://router.example/route', fallback: { priority: 9 } });
const settle = (answer: RouteAnswer) => settleRoute(answer, proposed, known, router);
const answered = (body: unknown, status = 200) => settle({ type: 'answered', status, body });
const fallback = { queueId: 'general', priority: 9, attributes: { a: 1 } };

describe('asking others', () => {
  test('U10 the outcome of the router goes over that of the rules', () => {
    expect(answered({ outcome: { queueId: 'loans', attributes: { b: 2 } }, trace: 'ignored' })).toEqual({
      source: 'router',
      outcome: { queueId: 'loans', priority: 3, attributes: { a: 1, b: 2 } },
    });
    expect(answered(undefined, 204)).toEqual({ source: 'router', outcome: proposed });
  });

  test('U10 the outcome of the hook replaces that of the rules', async () => {
    const onRoute: OnRoute = async ({ facts }, outcome) => ({
      queueId: 'loans',
      priority: (outcome.priority ?? 5) + Object.keys(facts.form).length,
    });
    const request = {
      interactionId: v.parse(InteractionId, 'i-1'),
      requestedAt: 0,
      facts: {
        entryPointId: 'shop',
        channel: 'web',
        domain: 'chat' as const,
        form: { name: 'Ada' },
        customer: {},
        attributes: {},
        queues: {},
        calendars: {},
      },
    };
    expect(settle({ type: 'returned', value: await onRoute(request, proposed) })).toEqual({
      source: 'hook',
      outcome: { queueId: 'loans', priority: 4 },
    });
    expect(v.parse(RouterRequest, JSON.parse(JSON.stringify({ version: 1, ...request, proposed })))).toEqual({
      version: 1,
      ...request,
      proposed,
    });
  });

  test('U11 every way to fail has its reason, and the fallback counts', () => {
    expect(settle({ type: 'timed-out' })).toEqual({
      source: 'fallback',
      outcome: fallback,
      reason: 'timed-out',
      detail: 'There was no answer within 1500 ms.',
      faults: [],
    });
    expect(settle({ type: 'failed', message: 'ECONNREFUSED' })).toMatchObject({
      reason: 'failed',
      detail: 'ECONNREFUSED',
    });
    expect(answered({ outcome: {} }, 503)).toMatchObject({ reason: 'refused', outcome: fallback });
    expect(answered({ outcome: { priority: 0 } })).toMatchObject({
      reason: 'invalid',
      outcome: fallback,
      faults: [{ path: 'outcome.priority', expected: 'a whole number from 1 to 10', received: '0' }],
    });
    expect(answered('<html>')).toMatchObject({ reason: 'invalid', faults: [{ path: '', received: '"<html>"' }] });
    expect(answered({ outcome: { queueId: 'lones' } })).toMatchObject({
      reason: 'unknown-reference',
      faults: [{ path: 'outcome.queueId', expected: 'one of the queues: loans, general', received: '"lones"' }],
    });
    expect(settle({ type: 'returned', value: undefined })).toMatchObject({ reason: 'invalid', outcome: fallback });
    expect(settle({ type: 'returned', value: { skills: { elvish: 3 } } })).toMatchObject({
      reason: 'unknown-reference',
      faults: [{ path: 'skills.elvish' }],
    });
  });

  test('U11 no answer whatsoever makes it throw or names a queue that is not there', () => {
    const outcome = fc.record(
      {
        queueId: fc.constantFrom('loans', 'nowhere', '__proto__'),
        priority: fc.integer(),
        skills: fc.dictionary(fc.string(), fc.integer()),
      },
      { requiredKeys: [] },
    );
    const body = fc.oneof(fc.anything(), fc.jsonValue(), fc.record({ outcome }));
    fc.assert(
      fc.property(body, fc.constantFrom(200, 200, 204, 500), fc.boolean(), (value, status, isHook) => {
        const settled = settle(isHook ? { type: 'returned', value } : { type: 'answered', status, body: value });
        expect(known.queues.has(settled.outcome.queueId ?? 'general')).toBe(true);
        if (settled.source === 'fallback') expect(settled.outcome).toEqual(fallback);
      }),
      { numRuns: 500 },
    );
  });

  test('U9 the router in a configuration', () => {
    const faults = (input: unknown) =>
      faultsOf(v.safeParse(ExternalRouter, input).issues ?? []).map(({ path }) => path);
    expect(faults({ url: 'javascript:alert(1)' })).toEqual(['url']);
    expect(faults({ url: 'file:///etc/passwd' })).toEqual(['url']);
    expect(faults({ url: 'http://127.0.0.1:9/route', timeoutMs: 10 })).toEqual(['timeoutMs']);
    expect(faults({ url: 'http://127.0.0.1:9/route' })).toEqual([]);
  });
});
