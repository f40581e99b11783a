import { type CustomerActor, customerMachine } from '@eyeline/machines';
import {
  type AttributesSaid,
  type Command,
  type CustomerSaid,
  customerAnswers,
  customerEvents,
  EntryPointId,
  type Failure,
} from '@eyeline/protocol';
import * as v from 'valibot';
import { createActor } from 'xstate';
import type { Connection } from './connection/connection.ts';
import { type GetProof, proving } from './connection/proving.ts';
import { signalingOver } from './connection/signaling.ts';
import { createSocketConnection } from './connection/socket-connection.ts';
import { randomIds } from './id-source.ts';
import type { SessionIdentity } from './identity/session-identity.ts';
import type { WhoIsThere } from './identity/who-is-there.ts';
import type { Inspect } from './inspect.ts';
import { openingOfTab } from './opening-of-tab.ts';
import { outboxOfTab } from './outbox-of-tab.ts';
import { conversationOver } from './session-conversation.ts';
import { createTabStore, type SessionStorage, storageOf } from './tab-store.ts';
import { joined } from './visit/joined.ts';

export interface CustomerSessionOptions {
  /** Which entry point the customer comes through: 1 to 64 letters, digits, `-` and `_`. */
  readonly entryPointId: string;
  /** Where the server is, for example `https://help.example.com`; without it, where the page came from. */
  readonly url?: string | undefined;
  /**
   * Keeps the visit for a reload, under keys that begin with `eyeline.customer.<entryPointId>`: the tab's sessionStorage if
   * nothing is given, and the site's localStorage, so that all its tabs have one conversation; nothing if null. Written only
   * once the customer has sent the form, never on mere arrival.
   */
  readonly storage?: SessionStorage | null | undefined;
  /**
   * Gives what the entry point wants before an interaction is opened, a captcha's token for example: asked each time, since
   * such a token counts once.
   */
  readonly getProof?: GetProof | undefined;
  /** Who the customer is, from the beginning: as `identify` and `setAttributes` say it later. */
  readonly identity?: WhoIsThere | null | undefined;
  /** Sees every actor of the session, what it is sent and what becomes of it: for a log, or for Stately's inspector. */
  readonly inspect?: Inspect | undefined;
}

/** A customer's visit in this page. */
export interface CustomerSession {
  /** Started. Send it intents, subscribe to its snapshots; the conversation is its child `conversation`. */
  readonly actor: CustomerActor;
  /**
   * Who the customer is: by a token of the site's own server, which proves it, or by the page's word. Null forgets who it was, and
   * what was said of them. Rejects with a `code` and a sentence where that cannot be taken; the conversation goes on all the same.
   */
  identify(who: CustomerSaid | null): Promise<void>;
  /** What else the desk and the rules of routing may know, by name; null takes one back. */
  setAttributes(attributes: AttributesSaid): Promise<void>;
  /** What was said of the customer last. */
  identity?: WhoIsThere | null | undefined;
  /** Called when a token does not count, or the page gave none. */
  onIdentity?: ((failure: Failure) => void) | undefined;
  /** Ends here: first camera and microphone, then the call, then the connection. The interaction goes on. */
  close(): void;
  /** The same visit once more after it was closed; it takes up the interaction that the storage remembers. */
  again(): CustomerSession;
}

/**
 * Connects a customer with the server and keeps the connection open. Throws only where `entryPointId` has not the form of an
 * id; all else that can go wrong is in the actor's snapshot, as a code with a sentence.
 */
export function createCustomerSession(options: CustomerSessionOptions): CustomerSession {
  const { entryPointId, url, storage, getProof, inspect } = options;
  let identity: Promise<SessionIdentity> | undefined;
  const tables = { answers: customerAnswers, events: customerEvents };
  const socket = createSocketConnection({ tables, url });
  const ask: Connection['ask'] = (command, answer) => {
    const asIs = () => socket.ask(command, answer);
    if (!identity || !isOpening(command)) return asIs();
    identity.then(it => it.open(command, answer as never), asIs);
  };
  const connection = proving({ ...socket, ask }, getProof);
  const key = `eyeline.customer.${entryPointId}`;
  const storeOf = (what: string) => createTabStore(key + what, storage);
  // All tabs of a site have the token while the conversation goes on; those that saw the end have it from there on.
  const tab = storeOf('');
  const site = createTabStore(key, storage === undefined ? storageOf('localStorage') : null);
  const own = tab.read();
  const opening = openingOfTab(storeOf('.opening'));
  const machine = customerMachine.provide({
    actors: { signaling: signalingOver(connection), conversation: conversationOver(connection, 'Customer', url) },
    actions: {
      rememberToken({ context }) {
        tab.write(site.write(context.token) ? joined : context.token);
        share();
      },
      forgetToken({ context }) {
        // What another tab has begun meanwhile stays.
        if (site.read() === context.token) site.write(null);
        tab.write(null);
      },
      rememberOpening: ({ context }) => opening.write(context.opening),
      forgetOpening: () => opening.write(null),
    },
  });
  const input = {
    entryPointId: v.parse(EntryPointId, entryPointId),
    token: own === joined || !own ? site.read() : own,
    opening: opening.read(),
    outboxes: outboxOfTab(storeOf('.outbox')),
    ids: randomIds,
  };
  const actor = createActor(machine, { input, ...(inspect && { inspect }) });
  let shared: Promise<(token: string | null) => void> | undefined;
  const share = () => (shared ??= import('./visit/share-visit.ts').then(it => it.shareVisit(actor, tab, site)));
  if (input.token) share();
  const hear = (event: StorageEvent) => {
    if (event.key === key) share().then(tell => tell(event.newValue));
  };
  // Outside of a page there are no other tabs.
  const { addEventListener: listen, removeEventListener: stop }: Partial<typeof globalThis> = globalThis;
  listen?.('storage', hear);
  actor.subscribe({ complete: () => stop?.('storage', hear) });
  actor.start();
  const tell = async (part: 'who' | 'attributes', news: WhoIsThere | AttributesSaid | null): Promise<void> => {
    // Where nothing was said there is nothing to forget.
    if (!news && !identity) return;
    identity ??= import('./identity/session-identity.ts').then(it => new it.SessionIdentity(socket, session));
    return (await identity).tell(part, news);
  };
  const session: CustomerSession = {
    actor,
    identity: options.identity,
    identify: who => tell('who', who),
    setAttributes: attributes => tell('attributes', attributes),
    close: () => {
      // Who hangs up is out at once and the other side is told; a connection that is only cut leaves it to guess.
      const { conversation } = actor.getSnapshot().children;
      conversation?.getSnapshot().context.call?.send({ type: 'hang-up' });
      actor.stop();
    },
    again: () => createCustomerSession({ ...options, identity: session.identity }),
  };
  if (session.identity) session.identify(session.identity).catch(console.error);
  return session;
}

const isOpening = (command: { readonly type: string }): command is Command<'interaction.open'> =>
  command.type === 'interaction.open';
