import {
  attributeOf,
  encodeStun,
  errorCodeOf,
  longTermKey,
  newTransactionId,
  type StunAttribute,
  stunAttributes,
  stunTypes,
  xorAddressOf,
} from './stun-message.ts';
import type { StunTransport } from './stun-transport.ts';

export interface TurnCredentials {
  readonly username: string;
  readonly credential: string;
}

/** What a server refused, by the number that it gave. */
export class StunRefused extends Error {
  override readonly name = 'StunRefused';
  readonly code: number;

  constructor(code: number) {
    super(`STUN error ${code}`);
    this.code = code;
  }
}

/** Under which address the server sees who asks: a STUN binding. */
export async function bind(transport: StunTransport): Promise<string | null> {
  const request = { type: stunTypes.binding, transactionId: newTransactionId(), attributes: [] };
  const answer = await transport.request(encodeStun(request));
  const code = errorCodeOf(answer);
  if (code !== null) throw new StunRefused(code);
  return xorAddressOf(answer, stunAttributes.xorMappedAddress);
}

/**
 * Has the server open a relay and give it back at once (RFC 8656, sections 7 and 8). Answers with where it was.
 * @throws StunRefused
 */
export async function tryAllocation(transport: StunTransport, credentials: TurnCredentials): Promise<string | null> {
  const { username, credential } = credentials;
  const text = (type: number, value: string): StunAttribute => ({ type, value: Buffer.from(value) });
  const udp = { type: stunAttributes.requestedTransport, value: Buffer.from([17, 0, 0, 0]) };
  const ask = (type: number, attributes: readonly StunAttribute[], key?: Buffer) =>
    transport.request(encodeStun({ type, transactionId: newTransactionId(), attributes }, key));

  let answer = await ask(stunTypes.allocate, [udp]);
  let proof: readonly StunAttribute[] = [];
  let key: Buffer | undefined;
  // The first refusal says for what realm and with which nonce, a second one that the nonce was stale.
  for (let tries = 0; tries < 2 && [401, 438].includes(errorCodeOf(answer) ?? 0); tries++) {
    const [realm, nonce] = [attributeOf(answer, stunAttributes.realm), attributeOf(answer, stunAttributes.nonce)];
    if (!realm || !nonce) break;
    proof = [
      text(stunAttributes.username, username),
      { type: stunAttributes.realm, value: Buffer.from(realm) },
      { type: stunAttributes.nonce, value: Buffer.from(nonce) },
    ];
    const isSecondRefusal = key !== undefined && errorCodeOf(answer) === 401;
    if (isSecondRefusal) break;
    key = longTermKey(username, realm.toString(), credential);
    answer = await ask(stunTypes.allocate, [udp, ...proof], key);
  }
  const code = errorCodeOf(answer);
  if (code !== null) throw new StunRefused(code);
  const relayed = xorAddressOf(answer, stunAttributes.xorRelayedAddress);
  const none = { type: stunAttributes.lifetime, value: Buffer.alloc(4) };
  await ask(stunTypes.refresh, [none, ...proof], key);
  return relayed;
}
