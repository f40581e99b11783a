import { createHash, createHmac, randomBytes } from 'node:crypto';

/** STUN as it is on the wire (RFC 8489): a header, then attributes, each filled up to four bytes. */
export interface StunMessage {
  readonly type: number;
  readonly transactionId: Buffer;
  readonly attributes: readonly StunAttribute[];
}

export interface StunAttribute {
  readonly type: number;
  readonly value: Buffer;
}

export const stunTypes = {
  binding: 0x0001,
  bindingSuccess: 0x0101,
  allocate: 0x0003,
  allocateSuccess: 0x0103,
  refresh: 0x0004,
} as const;

export const stunAttributes = {
  username: 0x0006,
  messageIntegrity: 0x0008,
  errorCode: 0x0009,
  lifetime: 0x000d,
  realm: 0x0014,
  nonce: 0x0015,
  xorRelayedAddress: 0x0016,
  requestedTransport: 0x0019,
  xorMappedAddress: 0x0020,
} as const;

const cookie = 0x2112a442;
const headerBytes = 20;
const integrityBytes = 24;

export const newTransactionId = (): Buffer => randomBytes(12);

/** With a key it proves that it comes from who knows the key. */
export function encodeStun({ type, transactionId, attributes }: StunMessage, key?: Buffer): Buffer {
  const body = Buffer.concat(attributes.map(encodeAttribute));
  const header = Buffer.alloc(headerBytes);
  header.writeUInt16BE(type, 0);
  header.writeUInt32BE(cookie, 4);
  transactionId.copy(header, 8);
  // The proof counts in the length that it proves.
  header.writeUInt16BE(body.length + (key ? integrityBytes : 0), 2);
  const bytes = Buffer.concat([header, body]);
  if (!key) return bytes;
  const value = createHmac('sha1', key).update(bytes).digest();
  return Buffer.concat([bytes, encodeAttribute({ type: stunAttributes.messageIntegrity, value })]);
}

function encodeAttribute({ type, value }: StunAttribute): Buffer {
  const bytes = Buffer.alloc(4 + Math.ceil(value.length / 4) * 4);
  bytes.writeUInt16BE(type, 0);
  bytes.writeUInt16BE(value.length, 2);
  value.copy(bytes, 4);
  return bytes;
}

/** Null: that is none, or not all of it. */
export function decodeStun(bytes: Buffer): StunMessage | null {
  const length = stunLength(bytes);
  if (length === null || bytes.length < length) return null;
  const attributes: StunAttribute[] = [];
  for (let at = headerBytes; at + 4 <= length; ) {
    const size = bytes.readUInt16BE(at + 2);
    if (at + 4 + size > length) return null;
    attributes.push({ type: bytes.readUInt16BE(at), value: bytes.subarray(at + 4, at + 4 + size) });
    at += 4 + Math.ceil(size / 4) * 4;
  }
  return { type: bytes.readUInt16BE(0), transactionId: bytes.subarray(8, headerBytes), attributes };
}

/** How many bytes a message has that begins so; null where it cannot be one. */
export function stunLength(bytes: Buffer): number | null {
  if (bytes.length < headerBytes || bytes.readUInt32BE(4) !== cookie) return null;
  return headerBytes + bytes.readUInt16BE(2);
}

export const attributeOf = ({ attributes }: StunMessage, type: number): Buffer | undefined =>
  attributes.find(one => one.type === type)?.value;

/** Of a refusal: 401, 438 … */
export function errorCodeOf(message: StunMessage): number | null {
  const value = attributeOf(message, stunAttributes.errorCode);
  if (!value || value.length < 4) return null;
  return (value.readUInt8(2) & 7) * 100 + value.readUInt8(3);
}

/** The key of long-term credentials (RFC 8489, section 9.2.2). */
export const longTermKey = (username: string, realm: string, password: string): Buffer =>
  createHash('md5').update(`${username}:${realm}:${password}`).digest();

/** An address that is hidden from what rewrites addresses on the way: `192.0.2.1:32853`. */
export function xorAddressOf(message: StunMessage, type: number): string | null {
  const value = attributeOf(message, type);
  if (!value || value.length < 8) return null;
  const mask = Buffer.alloc(16);
  mask.writeUInt32BE(cookie, 0);
  message.transactionId.copy(mask, 4);
  const port = value.readUInt16BE(2) ^ (cookie >>> 16);
  const bytes = value.subarray(4).map((byte, index) => byte ^ (mask[index] ?? 0));
  if (value.readUInt8(1) === 1) return `${bytes.subarray(0, 4).join('.')}:${port}`;
  const groups = Array.from({ length: 8 }, (_, index) =>
    Buffer.from(bytes)
      .readUInt16BE(index * 2)
      .toString(16),
  );
  return `[${groups.join(':')}]:${port}`;
}
