import type { Wish } from '@eyeline/protocol';
import type { ConversationEvent } from '../conversation-context.ts';
import type { ConversationActor } from '../conversation-machine.ts';
import { FakeCentre } from './fake-centre.ts';
import { FakeHoles, startChild } from './fake-holes.ts';
import { countingIds, customerId, interactionId } from './ids.ts';
import { outcomeOf } from './outcome-of.ts';

/** The customer's conversation; the test is the session around it and the server behind. */
export function startConversation(online = true) {
  const centre = new FakeCentre();
  const holes = new FakeHoles();
  const ids = countingIds('c');
  const { child, sent } = startChild(holes.conversation, { interactionId, participantId: customerId, ids, online });
  const conversation = child as ConversationActor;
  let heard = 0;
  return {
    centre,
    holes,
    send: (event: ConversationEvent) => conversation.send(event),
    context: () => conversation.getSnapshot().context,
    is: (state: Parameters<ReturnType<typeof conversation.getSnapshot>['matches']>[0]) =>
      conversation.getSnapshot().matches(state),
    call: () => {
      const { call } = conversation.getSnapshot().children;
      if (!call) throw new Error('no call');
      return call;
    },
    /** What was wished since the last time. */
    asked: (): Wish[] => {
      const news = sent.slice(heard);
      heard += news.length;
      return news;
    },
    answer: (wish: Wish | undefined) => {
      if (!wish) throw new Error('nothing was asked');
      conversation.send(outcomeOf(wish, centre.ask(customerId, wish)) as ConversationEvent);
    },
    /** The server tells all that it has to tell this side. */
    tell: () => {
      for (const { to, event } of centre.takeTold())
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

export const types = (wishes: readonly Wish[]) => wishes.map(({ type }) => type);
