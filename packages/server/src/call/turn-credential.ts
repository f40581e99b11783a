import { createHmac } from 'node:crypto';

interface TurnCredentialInput {
  /** What the TURN server knows too. */
  readonly secret: string;
  /** Whose it is: TURN servers count by it. No colon. */
  readonly name: string;
  readonly expiresAt: number;
}

/** A user name that says how long it lets in, and what proves it (TURN REST, draft-uberti-behave-turn-rest-00, section 2.2). */
export function turnCredential({ secret, name, expiresAt }: TurnCredentialInput) {
  const username = `${Math.ceil(expiresAt / 1000)}:${name}`;
  return { username, credential: createHmac('sha1', secret).update(username).digest('base64') };
}
