import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TestServer } from '../../testing/test-server.ts';
import { permissions } from '../permissions.ts';
import type { OpenApi } from './describe-api.ts';

const published = new URL('../../../openapi.json', import.meta.url);

let server: TestServer;
let api: OpenApi;
beforeAll(async () => {
  server = await TestServer.start();
  api = await (await fetch(new URL('api/openapi.json', server.url))).json();
});
afterAll(() => server.stop());

const operations = () => Object.values(api.paths).flatMap(methods => Object.values(methods));

// Where the API is to change, another one is written by `npm run unit -- openapi -u`: its difference is what integrators will see.
test('the API is as it was published', async () => {
  await expect(`${JSON.stringify(api, null, 2)}\n`).toMatchFileSnapshot(published.pathname);
});

test('every row of the table of permissions is an operation, and the other way round', () => {
  const names = operations().map(one => one.operationId);
  expect(names.toSorted()).toEqual(Object.keys(permissions).toSorted());
});

test('every schema is one, and takes the examples that stand beside it', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, schemas: [{ $id: 'api', ...api }] });
  const pointer = (...parts: readonly string[]) =>
    `api#/${parts.map(one => encodeURIComponent(one.replaceAll('~', '~0').replaceAll('/', '~1'))).join('/')}`;
  let examples = 0;
  for (const [path, methods] of Object.entries(api.paths))
    for (const [method, { requestBody, responses }] of Object.entries(methods)) {
      for (const [status, answer] of Object.entries(responses))
        for (const type of Object.keys('content' in answer ? (answer.content ?? {}) : {}))
          ajv.compile({ $ref: pointer('paths', path, method, 'responses', status, 'content', type, 'schema') });
      for (const [type, { example }] of Object.entries(requestBody?.content ?? {})) {
        const check = ajv.compile({ $ref: pointer('paths', path, method, 'requestBody', 'content', type, 'schema') });
        if (example === undefined) continue;
        examples += 1;
        expect(check(example) ? [] : check.errors, path).toEqual([]);
      }
    }
  expect(examples).toBeGreaterThan(10);
});

test('every body in JSON has an example', () => {
  const without = operations().filter(one => {
    const media = one.requestBody?.content['application/json'];
    return media && media.example === undefined;
  });
  expect(without.map(({ operationId }) => operationId)).toEqual([]);
});

test('the page says all of it, loads nothing and runs nothing', async () => {
  const response = await fetch(new URL('api', server.url));
  expect(response.url).toBe(new URL('api/', server.url).href);
  const page = await response.text();
  for (const { operationId, summary } of operations()) {
    expect(page).toContain(`id="${operationId}"`);
    expect(page).toContain(summary.replaceAll("'", '&#39;'));
  }
  expect(page).not.toMatch(/<script|<link|<img|@import|url\(|\son\w+=|https?:\/\//);
  const policy = response.headers.get('content-security-policy');
  expect(policy).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(policy).toContain("require-trusted-types-for 'script'");
});
