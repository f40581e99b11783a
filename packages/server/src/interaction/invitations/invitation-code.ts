import { createHash, createHmac } from 'node:crypto';
import type { InvitationId } from '@eyeline/protocol';

/** Without those that people take for one another. */
const alphabet = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** 96 bits: nobody guesses it. */
const codeBytes = 12;
/** So many characters hold 96 bits. */
const codeLength = 17;

const base58 = (bytes: Uint8Array): string => {
  let left = BigInt(`0x${Buffer.from(bytes).toString('hex')}`);
  let text = '';
  for (let n = 0; n < codeLength; n += 1) {
    text = (alphabet[Number(left % 58n)] ?? '') + text;
    left /= 58n;
  }
  return text;
};

export const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/**
 * The code in the link of an invitation. It follows from a key that is not in any invitation, so that a link can be sent
 * again, after a restart too, and is kept nowhere.
 */
export const codeFor = (key: Uint8Array, invitationId: InvitationId): string =>
  base58(createHmac('sha256', key).update(invitationId).digest().subarray(0, codeBytes));
