import { failures } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createLink } from './create-link.ts';

const url = 'https://chat.example';
const id = '0b7f3a4e-3a35-4c63-9a77-0d3f3c6b8a11';
const view = { role: 'guest', kind: 'one-way', standing: 'open', entryPointId: 'support', company: 'Brightside' };
const opened = { token: 'a token', interactionId: id, participantId: id, entryPointId: 'support', kind: 'one-way' };
const used = { error: { code: 'link-used', message: failures['link-used'] } };

function storage(): Storage {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  } as Storage;
}

const fetched = vi.fn<(address: URL, options: RequestInit) => Promise<Response>>();
const answers = (status: number, body: unknown) => fetched.mockResolvedValueOnce(Response.json(body, { status }));
const asked = () => fetched.mock.calls.map(([address, { method = 'GET' }]) => `${method} ${address.pathname}`);

beforeEach(() => {
  vi.stubGlobal('fetch', fetched);
  vi.stubGlobal('localStorage', storage());
  vi.stubGlobal('sessionStorage', storage());
});
afterEach(() => {
  fetched.mockReset();
  vi.unstubAllGlobals();
});

test('looks without coming, then comes by a key that it keeps, and the session of this tab is the guest’s', async () => {
  const link = createLink({ code: 'a/b', url });
  answers(200, view);
  expect(await link.look()).toEqual({ value: view });
  expect(link.isKnown).toBe(false);
  answers(200, opened);
  expect(await link.open()).toEqual({ value: opened });
  expect(asked()).toEqual(['GET /api/v1/links/a%2Fb', 'POST /api/v1/links/a%2Fb/open']);
  expect(sessionStorage.getItem('eyeline.customer.support')).toBe('a token');

  const again = createLink({ code: 'a/b', url });
  expect(again.isKnown).toBe(true);
  answers(200, opened);
  await again.open();
  const keys = fetched.mock.calls.flatMap(([, { body }]) => (body ? [JSON.parse(String(body)).key] : []));
  expect(keys).toHaveLength(2);
  expect(keys[1]).toBe(keys[0]);
});

test('a refusal is one, and nothing is kept of it', async () => {
  const link = createLink({ code: 'abc', url });
  answers(410, used);
  expect(await link.open()).toEqual({ refusal: used.error });
  expect(link.isKnown).toBe(false);
});

test('a server that is not there, fails, or says what is none of ours is not reached', async () => {
  const link = createLink({ code: 'abc', url });
  fetched.mockRejectedValueOnce(new TypeError('Failed to fetch'));
  expect(await link.look()).toEqual({ unreached: null });
  answers(503, { error: { code: 'server-busy', message: failures['server-busy'] } });
  expect(await link.look()).toMatchObject({ unreached: { code: 'server-busy' } });
  answers(200, { ...view, kind: 'hologram' });
  expect(await link.look()).toMatchObject({ unreached: { code: 'internal' } });
  answers(404, 'a proxy’s own page');
  expect(await link.look()).toMatchObject({ unreached: { code: 'internal' } });
});

test('without a code there is no link, and nobody is asked; where storage is forbidden it opens once', async () => {
  expect(await createLink({ code: '', url }).look()).toMatchObject({ refusal: { code: 'link-unknown' } });
  expect(fetched).not.toHaveBeenCalled();
  vi.stubGlobal('localStorage', undefined);
  const link = createLink({ code: 'abc', url });
  answers(200, opened);
  expect(await link.open()).toEqual({ value: opened });
});
