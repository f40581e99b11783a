import { createHmac, randomUUID } from 'node:crypto';
import { AgentId, CommandId, InteractionId, ParticipantId } from '@eyeline/protocol';
import { errors, jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';
import type { ApiToken } from '../store/store.ts';
import { type AgentIdentity, agentIdentity, type CustomerIdentity } from './identity.ts';
import { Refusal } from './refusal.ts';

const algorithm = 'HS256';
const issuer = 'eyeline';

const CustomerClaims = v.object({ sub: ParticipantId, interactionId: InteractionId, exp: v.number() });
const ApiClaims = v.object({ sub: AgentId, jti: v.pipe(v.string(), v.minLength(1)) });
const AgentClaims = v.object({ sub: AgentId, sessionId: v.pipe(v.string(), v.minLength(1)) });

const centurySeconds = 100 * 366 * 24 * 3600;

const FileClaims = v.object({
  sub: ParticipantId,
  interactionId: InteractionId,
  fileId: CommandId,
  way: v.picklist(['upload', 'read']),
  name: v.optional(v.string()),
});
/** So long somebody may begin to send or read a file, in ms. */
const fileMs = 60_000;

/** Who may send a file, or read it. */
export interface FileTicket {
  readonly participantId: ParticipantId;
  readonly interactionId: InteractionId;
  readonly fileId: CommandId;
  readonly way: 'upload' | 'read';
  /** What it is called by who sends it; left out: a snapshot. */
  readonly name?: string | undefined;
}

type Audience = 'customer' | 'agent' | 'api' | 'file';

interface TokensOptions {
  readonly secret: string;
  readonly customerMs: number;
  readonly agentMs: number;
  /** ms since the epoch. Default: by the machine's wall clock. */
  readonly now?: () => number;
}

/**
 * What a page shows when it comes back: a JWT (RFC 7519) whose algorithm, issuer, audience and type are fixed here and
 * not read from the token.
 */
export class Tokens {
  readonly #key: Uint8Array;
  readonly #options: TokensOptions;
  readonly #now: () => number;

  constructor(options: TokensOptions) {
    this.#key = new TextEncoder().encode(options.secret);
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** A key for something else, which follows from the same secret. */
  keyFor(purpose: string): Uint8Array {
    return createHmac('sha256', this.#key).update(purpose).digest();
  }

  forCustomer({ participantId, interactionId }: CustomerIdentity, lifeMs = this.#options.customerMs): Promise<string> {
    return this.#sign('customer', participantId, { interactionId }, lifeMs);
  }

  forAgent({ agentId, sessionId }: AgentIdentity): Promise<string> {
    return this.#sign('agent', agentId, { sessionId }, this.#options.agentMs);
  }

  /** Given to who has shown that they may; whether they still may is looked at when it is shown. */
  forFile({ participantId, ...claims }: FileTicket, lifeMs = fileMs): Promise<string> {
    return this.#sign('file', participantId, claims, lifeMs);
  }

  /** @throws Refusal `token-expired`, or `token-invalid` also where it is for the other way */
  async file(token: string, way: FileTicket['way']): Promise<FileTicket> {
    const { sub: participantId, ...ticket } = await this.#verify('file', FileClaims, token);
    if (ticket.way !== way) throw new Refusal('token-invalid');
    return { participantId, ...ticket };
  }

  /** For requests over HTTP: what its owner may do is looked up each time. */
  async forApi(agentId: AgentId): Promise<{ readonly token: string; readonly record: ApiToken }> {
    const { agentMs } = this.#options;
    const issuedAt = this.#now();
    const record = { tokenId: randomUUID(), agentId, issuedAt, expiresAt: issuedAt + agentMs };
    return { token: await this.#sign('api', agentId, { jti: record.tokenId }, agentMs), record };
  }

  /**
   * Whose token it is, and its id, by which it may have been revoked.
   * @throws Refusal `token-expired` or `token-invalid`
   */
  async api(token: string): Promise<{ readonly agentId: AgentId; readonly tokenId: string }> {
    const { sub: agentId, jti: tokenId } = await this.#verify('api', ApiClaims, token);
    return { agentId, tokenId };
  }

  /**
   * Also of a token that has expired: whether it is good then is for the conversation to say.
   * @throws Refusal `token-invalid`
   */
  async customer(token: string): Promise<{ readonly identity: CustomerIdentity; readonly expiresAt: number }> {
    const claims = await this.#verify('customer', CustomerClaims, token, centurySeconds);
    const { sub: participantId, interactionId, exp } = claims;
    return { identity: { role: 'customer', participantId, interactionId }, expiresAt: exp * 1000 };
  }

  /** @throws Refusal `token-expired` or `token-invalid` */
  async agent(token: string): Promise<AgentIdentity> {
    const { sub, sessionId } = await this.#verify('agent', AgentClaims, token);
    return agentIdentity(sub, sessionId);
  }

  #sign(role: Audience, subject: string, claims: Record<string, string | undefined>, ms: number): Promise<string> {
    const now = this.#now();
    return new SignJWT(claims)
      .setProtectedHeader({ alg: algorithm, typ: typeOf(role) })
      .setIssuer(issuer)
      .setAudience(role)
      .setSubject(subject)
      .setIssuedAt(new Date(now))
      .setExpirationTime(new Date(now + ms))
      .sign(this.#key);
  }

  async #verify<S extends v.GenericSchema>(
    role: Audience,
    schema: S,
    token: string,
    clockTolerance = 0,
  ): Promise<v.InferOutput<S>> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [algorithm],
        issuer,
        audience: role,
        typ: typeOf(role),
        currentDate: new Date(this.#now()),
        clockTolerance,
        requiredClaims: ['exp', 'sub'],
      });
      return v.parse(schema, payload);
    } catch (error) {
      throw new Refusal(error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid');
    }
  }
}

const typeOf = (role: string): string => `eyeline-${role}+jwt`;
