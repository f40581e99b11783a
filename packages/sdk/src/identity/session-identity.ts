import type { CustomerActor } from '@eyeline/machines';
import {
  type AttributesSaid,
  type Command,
  type CommandOutput,
  CustomerClaim,
  type Failure,
  type IdentityToken,
} from '@eyeline/protocol';
import * as v from 'valibot';
import type { Answer, Connection } from '../connection/connection.ts';
import { RequestError } from '../connection/request.ts';
import { randomIds } from '../id-source.ts';
import { identitySentences } from '../sentences/identity.ts';
import type { WhoIsThere } from './who-is-there.ts';

/** How long a page may take to get a token, ms. */
const tokenMs = 10_000;
/** Before what did not come through is said again, ms. */
const pauseMs = 2_000;

/** The session whose customer it is. */
interface Session {
  readonly actor: CustomerActor;
  identity?: WhoIsThere | null | undefined;
  /** A token was refused, or there was none. The conversation goes on without it. */
  readonly onIdentity?: ((failure: Failure) => void) | undefined;
}

/** Who is in front of this page, as far as it says, on the way to the server. Loaded when a page says so. */
export class SessionIdentity {
  readonly #connection: Connection;
  readonly #session: Session;
  readonly #subscription: { unsubscribe(): void };
  #claim: CustomerClaim = { attributes: {} };
  #token: IdentityToken | undefined;
  /** What the page gave when it was asked last. */
  #given: string | undefined;
  /** Each time that something else is said. */
  #version = 0;
  /** Which conversation knows what. */
  #told = '';
  #again: ReturnType<typeof setTimeout> | undefined;

  constructor(connection: Connection, session: Session) {
    this.#connection = connection;
    this.#session = session;
    this.#subscription = session.actor.subscribe({
      next: () => void this.#inform(),
      complete: () => this.close(),
    });
  }

  close(): void {
    clearTimeout(this.#again);
    this.#subscription.unsubscribe();
  }

  /**
   * Who it is counts from now on, or what else is said, in a conversation that goes on too. Who is nobody has no attributes.
   * @throws RequestError `invalid-payload`, or with what the server says of the token
   */
  async tell(part: 'who' | 'attributes', news: WhoIsThere | AttributesSaid | null): Promise<void> {
    const before = this.#session.identity;
    const said: WhoIsThere | null =
      part === 'attributes'
        ? { ...before, attributes: { ...before?.attributes, ...(news as AttributesSaid) } }
        : news && { attributes: before?.attributes, ...(news as WhoIsThere) };
    const { token, attributes = {}, ...who } = said ?? {};
    const kept = Object.entries(attributes).filter(([, value]) => value !== null);
    const claim = v.safeParse(CustomerClaim, {
      ...Object.fromEntries(Object.entries(who).filter(([, value]) => value)),
      attributes: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    });
    if (!claim.success) throw new RequestError('invalid-payload', identitySentences.notTaken);
    this.#session.identity = said;
    this.#claim = claim.output;
    this.#token = token;
    this.#given = undefined;
    this.#version += 1;
    const fault = await this.#inform();
    if (fault) throw new RequestError(fault.code, fault.message);
  }

  /** An interaction is opened by who is there now. */
  async open(
    command: Command<'interaction.open'>,
    answer: (answer: Answer<CommandOutput<'interaction.open'>>) => void,
  ): Promise<void> {
    const version = this.#version;
    const { given } = await this.#say<'interaction.open'>(customer => ({ ...command, customer }));
    if (given !== 'lost' && given.ok) this.#told = `${given.value.interactionId} ${version}`;
    answer(given);
  }

  /** Tells the conversation that goes on, unless it knows; answers with why the token does not count. */
  async #inform(): Promise<Failure | null> {
    const visit = this.#session.actor.getSnapshot();
    const { interactionId, online } = visit.context;
    if (!interactionId || !online || !visit.matches('serving') || visit.matches({ serving: 'ended' })) return null;
    const news = `${interactionId} ${this.#version}`;
    if (this.#version === 0 || news === this.#told) return null;
    this.#told = news;
    const { given, fault } = await this.#say<'customer.identify'>(customer => ({
      type: 'customer.identify',
      commandId: randomIds.commandId(),
      interactionId,
      customer,
    }));
    // A page that has just come back is not known yet.
    if (given === 'lost' || (!given.ok && given.error.code === 'not-signed-in')) {
      if (this.#told === news) this.#told = '';
      clearTimeout(this.#again);
      this.#again = setTimeout(() => void this.#inform(), pauseMs);
      return null;
    }
    return fault ?? (given.ok ? null : given.error);
  }

  /** With a token, which is asked for anew where it has expired; without one where none counts. */
  async #say<N extends 'interaction.open' | 'customer.identify'>(
    command: (customer: CustomerClaim) => Command<N>,
  ): Promise<{ readonly given: Answer<CommandOutput<N>>; readonly fault: Failure | null }> {
    const ask = (customer: CustomerClaim) =>
      new Promise<Answer<CommandOutput<N>>>(resolve => this.#connection.ask<N>(command(customer), resolve));
    let fault: Failure | null = null;
    for (let attempt = 0; attempt < 2; attempt += 1) {
      const token = await this.#tokenNow();
      if (token === undefined) break;
      const given = await ask({ ...this.#claim, token });
      if (given === 'lost' || given.ok || !isOfToken(given.error)) return { given, fault: null };
      fault = given.error;
      this.#session.onIdentity?.(fault);
      this.#given = undefined;
      if (fault.code !== 'identity-expired' || typeof this.#token === 'string') break;
    }
    return { given: await ask(this.#claim), fault };
  }

  async #tokenNow(): Promise<string | undefined> {
    const token = this.#token;
    if (typeof token !== 'function') return token;
    const version = this.#version;
    let timer: ReturnType<typeof setTimeout> | undefined;
    try {
      const late = new Promise<never>((_, reject) => {
        timer = setTimeout(() => reject(new Error('late')), tokenMs);
      });
      const given = this.#given ?? (await Promise.race([Promise.resolve().then(token), late]));
      if (typeof given !== 'string' || !given) throw new Error('none');
      // Meanwhile somebody else may be there.
      if (version === this.#version) this.#given = given;
      return version === this.#version ? given : undefined;
    } catch {
      this.#session.onIdentity?.({ code: 'identity-unchecked', message: identitySentences.noToken });
      return undefined;
    } finally {
      clearTimeout(timer);
    }
  }
}

const isOfToken = ({ code }: Failure): boolean => code.startsWith('identity-') && code !== 'identity-required';
