import type { Command } from '@eyeline/protocol';
import { fromPromise } from 'xstate';
import type { callMachine } from '../call-machine.ts';
import type { ConversationEvent } from '../conversation-context.ts';
import type { ConversationActor } from '../conversation-machine.ts';
import { FakeCentre } from './fake-centre.ts';
import { FakePorts } from './fake-ports.ts';
import { countingIds, customerId, interactionId } from './ids.ts';
import { outcomeOf } from './outcome-of.ts';
import { startChild } from './start-child.ts';

/** The customer's conversation; the test is the session around it and the server behind. */
export function startConversation(online = true, callCode?: () => Promise<typeof callMachine>) {
  const centre = new FakeCentre();
  const ports = new FakePorts();
  const ids = countingIds('c');
  const machine = callCode
    ? ports.conversation.provide({ actors: { callCode: fromPromise(callCode) } })
    : ports.conversation;
  const { child, sent } = startChild(machine, { interactionId, participantId: customerId, ids, online });
  const conversation = child as ConversationActor;
  let received = 0;
  return {
    centre,
    ports,
    send: (event: ConversationEvent) => conversation.send(event),
    context: () => conversation.getSnapshot().context,
    is: (state: Parameters<ReturnType<typeof conversation.getSnapshot>['matches']>[0]) =>
      conversation.getSnapshot().matches(state),
    /** To be asked for once its code is there. */
    call: () => {
      const { call } = conversation.getSnapshot().context;
      if (!call) throw new Error('no call');
      return call;
    },
    /** What was asked for since the last time. */
    asked: (): Command[] => {
      const news = sent.slice(received);
      received += news.length;
      return news;
    },
    answer: (command: Command | undefined) => {
      if (!command) throw new Error('nothing was asked');
      conversation.send(outcomeOf(command, centre.ask(customerId, command)) as ConversationEvent);
    },
    /** The server tells all that it has to tell this side. */
    notify: () => {
      for (const { to, event } of centre.takeNotices())
        if (to === customerId) conversation.send(event as ConversationEvent);
    },
  };
}

export function startLive() {
  const side = startConversation();
  side.answer(side.asked().find(({ type }) => type === 'interaction.catch-up'));
  side.asked();
  return side;
}

export const types = (commands: readonly Command[]) => commands.map(({ type }) => type);
