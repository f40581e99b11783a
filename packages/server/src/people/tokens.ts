import { AgentId, InteractionId, ParticipantId } from '@eyeline/protocol';
import { errors, jwtVerify, SignJWT } from 'jose';
import * as v from 'valibot';
import { Refusal } from '../interaction/refusal.ts';
import { type AgentIdentity, agentIdentity, type CustomerIdentity } from './identity.ts';

const algorithm = 'HS256';
const issuer = 'eyeline';

const CustomerClaims = v.object({ sub: ParticipantId, interactionId: InteractionId });
const ApiClaims = v.object({ sub: AgentId });
const AgentClaims = v.object({ sub: AgentId, sessionId: v.pipe(v.string(), v.minLength(1)) });

type Audience = 'customer' | 'agent' | 'api';

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

  forCustomer({ participantId, interactionId }: CustomerIdentity): Promise<string> {
    return this.#sign('customer', participantId, { interactionId }, this.#options.customerMs);
  }

  forAgent({ agentId, sessionId }: AgentIdentity): Promise<string> {
    return this.#sign('agent', agentId, { sessionId }, this.#options.agentMs);
  }

  /** For requests over HTTP: what its owner may do is looked up each time. */
  forApi(agentId: AgentId): Promise<string> {
    return this.#sign('api', agentId, {}, this.#options.agentMs);
  }

  /** @throws Refusal `token-expired` or `token-invalid` */
  async api(token: string): Promise<AgentId> {
    return (await this.#verify('api', ApiClaims, token)).sub;
  }

  /** @throws Refusal `token-expired` or `token-invalid` */
  async customer(token: string): Promise<CustomerIdentity> {
    const { sub: participantId, interactionId } = await this.#verify('customer', CustomerClaims, token);
    return { role: 'customer', participantId, interactionId };
  }

  /** @throws Refusal `token-expired` or `token-invalid` */
  async agent(token: string): Promise<AgentIdentity> {
    const { sub, sessionId } = await this.#verify('agent', AgentClaims, token);
    return agentIdentity(sub, sessionId);
  }

  #sign(role: Audience, subject: string, claims: Record<string, string>, ms: number): Promise<string> {
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

  async #verify<S extends v.GenericSchema>(role: Audience, schema: S, token: string): Promise<v.InferOutput<S>> {
    try {
      const { payload } = await jwtVerify(token, this.#key, {
        algorithms: [algorithm],
        issuer,
        audience: role,
        typ: typeOf(role),
        currentDate: new Date(this.#now()),
        requiredClaims: ['exp', 'sub'],
      });
      return v.parse(schema, payload);
    } catch (error) {
      throw new Refusal(error instanceof errors.JWTExpired ? 'token-expired' : 'token-invalid');
    }
  }
}

const typeOf = (role: string): string => `eyeline-${role}+jwt`;
