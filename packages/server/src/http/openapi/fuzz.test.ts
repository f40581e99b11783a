import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demoPassword } from '../../process/demo.ts';
import { TestServer } from '../../testing/test-server.ts';
import { answerOf, type DescribedOperation, type OpenApi } from './describe-api.ts';
import type { JsonSchema } from './json-schema.ts';

// `npm run soak -- --part api` asks 100 000 times.
const runs = Number(process.env['EYELINE_API_REQUESTS'] ?? 300);
const seed = Number(process.env['EYELINE_SEED'] ?? 1);

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });

/** What the schema takes, more or less: what it says of lengths and patterns is kept now and then. */
function valueFor(schema: JsonSchema): fc.Arbitrary<unknown> {
  const { enum: choices, anyOf, type, properties = {}, items } = schema;
  if (Array.isArray(choices)) return fc.constantFrom(...choices);
  if (Array.isArray(anyOf)) return fc.oneof(...anyOf.map(valueFor));
  if (type === 'object')
    return fc.record(Object.fromEntries(Object.entries(properties).map(([key, one]) => [key, valueFor(one)])), {
      requiredKeys: [...(schema.required ?? [])],
    });
  if (type === 'array') return fc.array(valueFor((items ?? {}) as JsonSchema), { maxLength: 4 });
  if (type === 'integer') return fc.integer({ min: -1, max: 400 });
  if (type === 'number') return fc.double({ noNaN: true });
  if (type === 'boolean') return fc.boolean();
  return type === 'null' ? fc.constant(null) : type === 'string' ? text : fc.jsonValue({ maxDepth: 2 });
}

const bodyFor = ({ requestBody }: DescribedOperation): fc.Arbitrary<string | null> => {
  const media = requestBody?.content['application/json'];
  const broken = fc.constantFrom('{', '', 'null', '[]', '"x"', '{"__proto__":1}', `"${'x'.repeat(17_000)}"`);
  if (!media) return fc.oneof(fc.constant(null), broken);
  const written = (given: fc.Arbitrary<unknown>) => given.map(one => JSON.stringify(one));
  return fc.oneof(written(valueFor(media.schema)), written(fc.jsonValue({ maxDepth: 3 })), broken);
};

/** Addresses are tidied on their way where a part of them is dots alone. */
const part = fc.oneof(fc.constantFrom('none', 'default', 'support', 'anna'), text).filter(one => !/^\.+$/.test(one));

test(`${runs} requests, good and bad: none is a fault of the server, each refusal is one that was described`, {
  timeout: 120_000 + runs * 100,
}, async () => {
  const server = await TestServer.start({ limits: { signInBurst: 20 } });
  try {
    const api: OpenApi = await (await fetch(new URL('api/openapi.json', server.url))).json();
    const book = server.running.centre.accountBook('command line');
    await book.add({ username: 'root', name: 'Root', password: demoPassword, role: 'administrator' });
    const signedIn = await fetch(new URL('api/v1/sign-in', server.url), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: 'root', password: demoPassword }),
    });
    const root = `Bearer ${(await signedIn.json()).token}`;
    const { secret } = await server.running.centre.applications.add(
      { name: 'fuzz', scopes: ['figures', 'interactions', 'invitations'], entryPointIds: null },
      null,
    );
    const all = Object.entries(api.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
    );
    const requests = fc.constantFrom(...all).chain(one =>
      fc.record({
        asked: fc.constant(one),
        parts: fc.array(part, { minLength: 3, maxLength: 3 }),
        query: fc.option(text),
        body: bodyFor(one.operation),
        type: fc.constantFrom('application/json', 'application/json', 'application/json', 'text/x'),
        authorization: fc.constantFrom(root, root, `Bearer ${secret}`, `Bearer ${secret}`, 'Bearer x', 'Basic x', ''),
      }),
    );
    const property = fc.asyncProperty(requests, async ({ asked, parts, query, body, type, authorization }) => {
      const { path, method, operation } = asked;
      let next = 0;
      const filled = path.replace(/\{\w+\}/g, () => encodeURIComponent(parts[next++] ?? ''));
      const search = operation.parameters
        .filter(one => one.in === 'query' && query !== null)
        .map(one => `${one.name}=${encodeURIComponent(query ?? '')}`);
      const sent = method === 'GET' ? null : body;
      const response = await fetch(new URL(`${filled}?${search.join('&')}`, server.url), {
        method,
        headers: { ...(authorization && { authorization }), ...(sent !== null && { 'content-type': type }) },
        body: sent,
        redirect: 'manual',
      });
      const answer = await response.text();
      const what = `${operation.operationId} ${filled} ${sent}: ${response.status} ${answer.slice(0, 300)}`;
      const described = answerOf(api, operation, String(response.status));
      expect(described, what).toBeDefined();
      const codes: readonly string[] = described?.['x-codes'] ?? [];
      if (codes.length > 0) expect(codes, what).toContain(JSON.parse(answer).error.code);
      // It may say in all honesty that it is not ready.
      if (operation.operationId !== 'readReadiness') expect(response.status, what).toBeLessThan(500);
    });
    await fc.assert(property, { numRuns: runs, seed, endOnFailure: true });
    // Nothing is stuck afterwards.
    const { interactionId } = await server.customer('Zoe', 'support');
    expect(interactionId).toBeTruthy();
  } finally {
    await server.stop();
  }
});
