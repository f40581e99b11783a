import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, test } from 'vitest';
import { readSigningKey, signaturesOf } from './signature.ts';

const env = 'EYELINE_TEST_WEBHOOK_SECRET';
afterEach(() => {
  delete process.env[env];
});
const secretOf = (bytes: number) => `whsec_${randomBytes(bytes).toString('base64')}`;
const keyOf = (secret: string) => {
  process.env[env] = secret;
  return readSigningKey({ env }, 'webhooks.0.secrets.0');
};

test('an independent library finds each signature good, by either of two secrets, and nothing else', () => {
  const [old, next, foreign] = [secretOf(24), secretOf(64), secretOf(32)];
  const body = '{"type":"message.sent","data":{"text":"Grüße 🙂"}}';
  const timestamp = Math.floor(Date.now() / 1_000);
  const headers = {
    'webhook-id': 'msg_a_1',
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signaturesOf([keyOf(old), keyOf(next)], 'msg_a_1', timestamp, body),
  };
  for (const secret of [old, next]) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
  expect(() => new Webhook(foreign).verify(body, headers)).toThrow();
  expect(() => new Webhook(old).verify(body.replace('G', 'g'), headers)).toThrow();
  expect(() => new Webhook(old).verify(body, { ...headers, 'webhook-id': 'msg_a_2' })).toThrow();
  expect(() => new Webhook(old).verify(body, { ...headers, 'webhook-timestamp': String(timestamp - 600) })).toThrow();
});

test.each(['', 'whsec_', 'secret', `whsec_${'a'.repeat(20)}`, secretOf(23), secretOf(65)])(
  '%s is no secret',
  secret => {
    expect(() => keyOf(secret)).toThrow();
  },
);
