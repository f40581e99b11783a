import {
  type AgentActor,
  agentMachine,
  type CustomerHistory,
  type Desktop,
  type Doctor,
  desktopPort,
} from '@eyeline/machines';
import { answers, events, type InteractionId } from '@eyeline/protocol';
import { createActor } from 'xstate';
import { signalingOver } from './connection/signaling.ts';
import { createSocketConnection } from './connection/socket-connection.ts';
import { desktopOver } from './desktop/desktop-over.ts';
import { lateDoctor } from './doctor/late-doctor.ts';
import { randomIds } from './id-source.ts';
import type { Inspect } from './inspect.ts';
import { outboxOfTab } from './outbox-of-tab.ts';
import { servedHistory } from './served-history.ts';
import { conversationOver } from './session-conversation.ts';
import { createTabStore, type SessionStorage } from './tab-store.ts';

export interface AgentSessionOptions {
  /** Where the server is, for example `https://help.example.com`; without it, where the page came from. */
  readonly url?: string | undefined;
  /** Keeps the desk for a reload, under keys that begin with `eyeline.agent`: the tab's sessionStorage if nothing is given. */
  readonly storage?: SessionStorage | null | undefined;
  /** The agent's own desktop, where this page can change it: in Cisco's desktop, `createFinesseDesktop` makes it. */
  readonly desktop?: Desktop | undefined;
  /** Sees every actor of the session, what it is sent and what becomes of it: for a log, or for Stately's inspector. */
  readonly inspect?: Inspect | undefined;
}

/** An agent's desk in this page. */
export interface AgentSession {
  /** Started. Send it intents, subscribe to its snapshots; each of its tasks holds its conversation's actor. */
  readonly actor: AgentActor;
  /** Looks whether a call would work from here, before there is one. */
  readonly doctor: Doctor;
  /** The earlier conversations of the customer who is served in this interaction; only of who is verified in it. */
  historyOf(interactionId: InteractionId): CustomerHistory;
  /** Ends here: first camera and microphone, then the calls, then the connection. Signing out is the intent `sign-out`. */
  close(): void;
  /** The same desk once more after it was closed; it is signed in as the storage remembers. */
  again(): AgentSession;
}

/** Connects an agent with the server and keeps the connection open. What can go wrong is in the actor's snapshot. */
export function createAgentSession(options: AgentSessionOptions = {}): AgentSession {
  const { url, storage, desktop, inspect } = options;
  const connection = createSocketConnection({ tables: { answers, events }, url });
  const token = createTabStore('eyeline.agent', storage);
  const outboxes = outboxOfTab(createTabStore('eyeline.agent.outbox', storage));
  const machine = agentMachine.provide({
    actors: {
      signaling: signalingOver(connection),
      conversation: conversationOver(connection, 'Agent', url),
      desktop: desktop ? desktopOver(desktop) : desktopPort,
    },
    actions: {
      rememberToken: ({ context }) => token.write(context.token),
      forgetToken: () => token.write(null),
    },
  });
  const actor = createActor(machine, {
    input: { token: token.read(), outboxes, ids: randomIds },
    ...(inspect && { inspect }),
  }).start();
  return {
    actor,
    doctor: lateDoctor({ url }),
    historyOf: interactionId => servedHistory(connection, interactionId),
    close: () => {
      for (const { conversation } of actor.getSnapshot().context.tasks)
        conversation.getSnapshot().context.call?.send({ type: 'hang-up' });
      actor.stop();
    },
    again: () => createAgentSession(options),
  };
}
