import { expect, test } from 'vitest';
import {
  attributeOf,
  decodeStun,
  encodeStun,
  errorCodeOf,
  longTermKey,
  type StunMessage,
  stunAttributes,
  stunLength,
  stunTypes,
  xorAddressOf,
} from './stun-message.ts';

// The test vectors of RFC 5769.
const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');
const response4 = hex(`
  0101003c 2112a442 b7e7a701bc34d686fa87dfae
  8022000b 7465737420766563746f7220
  00200008 0001a147 e112a643
  00080014 2b91f599fd9e90c38c7489f92af9ba53f06be7d7
  80280004 c07d4c96`);
const response6 = hex(`
  01010048 2112a442 b7e7a701bc34d686fa87dfae
  8022000b 7465737420766563746f7220
  00200014 0002a147 0113a9faa5d3f179bc25f4b5bed2b9d9
  00080014 a382954e4be67bf11784c97c8292c275bfe3ed41
  80280004 c8fb0b4c`);
const longTerm = hex(`
  00010060 2112a442 78ad3433c6ad72c029da412e
  00060012 e3839ee38388e383aae38383e382afe382b90000
  0015001c 662f2f3439396b39353464364f4c33346f4c394653547679363473 41
  0014000b 6578616d706c652e6f726700
  00080014 f67024656dd64a3e02b8e0712e85c9a28ca89666`);

const read = (bytes: Buffer): StunMessage => decodeStun(bytes) ?? expect.fail('no message');

test('addresses of both families are read (RFC 5769, 2.2 and 2.3)', () => {
  expect(read(response4).type).toBe(stunTypes.bindingSuccess);
  expect(xorAddressOf(read(response4), stunAttributes.xorMappedAddress)).toBe('192.0.2.1:32853');
  expect(xorAddressOf(read(response6), stunAttributes.xorMappedAddress)).toBe(
    '[2001:db8:1234:5678:11:2233:4455:6677]:32853',
  );
  expect(xorAddressOf(read(response4), stunAttributes.xorRelayedAddress)).toBeNull();
});

test('a request with long-term credentials is proved byte for byte as in the RFC (2.4)', () => {
  const { type, transactionId, attributes } = read(longTerm);
  const unproved = attributes.filter(one => one.type !== stunAttributes.messageIntegrity);
  const username = attributeOf(read(longTerm), stunAttributes.username)?.toString() ?? '';
  expect(username).toBe('マトリックス');
  const key = longTermKey(username, 'example.org', 'TheMatrIX');
  expect(encodeStun({ type, transactionId, attributes: unproved }, key).toString('hex')).toBe(longTerm.toString('hex'));
});

test('whatever is no message, or half of one, is none', () => {
  for (let end = 0; end < response4.length; end++) expect(decodeStun(response4.subarray(0, end))).toBeNull();
  expect(decodeStun(Buffer.from('HTTP/1.1 400 Bad Request\r\n\r\n'))).toBeNull();
  expect(stunLength(response4)).toBe(response4.length);
  // An attribute that says it is longer than the message.
  const lying = Buffer.from(response4);
  lying.writeUInt16BE(60_000, 22);
  expect(decodeStun(lying)).toBeNull();
});

test('a refusal is read', () => {
  const value = Buffer.from([0, 0, 4, 1, ...Buffer.from('Unauthorized')]);
  const refusal = { ...read(response4), attributes: [{ type: stunAttributes.errorCode, value }] };
  expect(errorCodeOf(refusal)).toBe(401);
  expect(errorCodeOf(read(response4))).toBeNull();
});
