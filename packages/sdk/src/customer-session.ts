import { type CustomerActor, customerMachine } from '@eyeline/machines';
import { customerAnswers, customerEvents, EntryPointId } from '@eyeline/protocol';
import * as v from 'valibot';
import { createActor } from 'xstate';
import { type GetProof, proving } from './connection/proving.ts';
import { signalingOver } from './connection/signaling.ts';
import { createSocketConnection } from './connection/socket-connection.ts';
import { randomIds } from './id-source.ts';
import type { Inspect } from './inspect.ts';
import { openingOfTab } from './opening-of-tab.ts';
import { outboxOfTab } from './outbox-of-tab.ts';
import { conversationOver } from './session-conversation.ts';
import { createSiteStore, createTabStore, type SessionStorage } from './tab-store.ts';

export interface CustomerSessionOptions {
  /** Which entry point the customer comes through: 1 to 64 letters, digits, `-` and `_`. */
  readonly entryPointId: string;
  /** Where the server is, for example `https://help.example.com`; without it, where the page came from. */
  readonly url?: string | undefined;
  /**
   * Keeps the visit for a reload, under keys that begin with `eyeline.customer.<entryPointId>`: the tab's sessionStorage if
   * nothing is given, and then for all tabs of the site, in localStorage, as long as the conversation goes on; nothing if null.
   * Written only once the customer has sent the form, never on mere arrival.
   */
  readonly storage?: SessionStorage | null | undefined;
  /**
   * Gives what the entry point wants before an interaction is opened, a captcha's token for example: asked each time, since
   * such a token counts once.
   */
  readonly getProof?: GetProof | undefined;
  /** Sees every actor of the session, what it is sent and what becomes of it: for a log, or for Stately's inspector. */
  readonly inspect?: Inspect | undefined;
}

/** A customer's visit in this page. */
export interface CustomerSession {
  /** The conversation was begun in another tab of the site. */
  readonly isTakenUp: boolean;
  /** Started. Send it intents, subscribe to its snapshots; the conversation is its child `conversation`. */
  readonly actor: CustomerActor;
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
  const tables = { answers: customerAnswers, events: customerEvents };
  const connection = proving(createSocketConnection({ tables, url }), getProof);
  const storeOf = (what = '') => createTabStore(`eyeline.customer.${entryPointId}${what}`, storage);
  const token = storeOf();
  const key = `eyeline.customer.${entryPointId}`;
  const ofSite = storage === undefined ? createSiteStore(key) : null;
  const opening = openingOfTab(storeOf('.opening'));
  const keep = (text: string | null) => {
    token.write(text);
    ofSite?.write(text);
  };
  const own = token.read();
  const shared = own ? null : (ofSite?.read() ?? null);
  const machine = customerMachine.provide({
    actors: { signaling: signalingOver(connection), conversation: conversationOver(connection, 'Customer', url) },
    actions: {
      rememberToken: ({ context }) => keep(context.token),
      forgetToken: () => keep(null),
      rememberOpening: ({ context }) => opening.write(context.opening),
      forgetOpening: () => opening.write(null),
    },
  });
  const input = {
    entryPointId: v.parse(EntryPointId, entryPointId),
    token: own ?? shared,
    opening: opening.read(),
    outboxes: outboxOfTab(storeOf('.outbox')),
    ids: randomIds,
  };
  const actor = createActor(machine, { input, ...(inspect && { inspect }) }).start();
  // Where it does not come, a tab goes on by itself.
  if (ofSite)
    import('./site-visit.ts').then(
      it => it.followSite(actor, key, shared, token.write),
      () => {},
    );
  return {
    actor,
    isTakenUp: shared !== null,
    close: () => {
      // Who hangs up is out at once and the other side is told; a connection that is only cut leaves it to guess.
      const { conversation } = actor.getSnapshot().children;
      conversation?.getSnapshot().context.call?.send({ type: 'hang-up' });
      actor.stop();
    },
    again: () => createCustomerSession(options),
  };
}
