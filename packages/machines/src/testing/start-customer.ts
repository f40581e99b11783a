import type { Wish } from '@eyeline/protocol';
import { createActor } from 'xstate';
import type { ConversationActor } from '../conversation-machine.ts';
import { type CustomerActor, customerMachine } from '../customer-machine.ts';
import { FakeCentre } from './fake-centre.ts';
import { FakeHoles } from './fake-holes.ts';
import { FakeSignaling } from './fake-signaling.ts';
import { countingIds, customerId, entryPointId, interactionId } from './ids.ts';

export function startCustomer(token: string | null = null, opening: Wish<'interaction.open'> | null = null) {
  const centre = new FakeCentre();
  const line = new FakeSignaling();
  const holes = new FakeHoles();
  const stored: (string | null)[] = [];
  const openings: (Wish | null)[] = [];
  const machine = customerMachine.provide({
    actors: { signaling: line.hole, conversation: holes.conversation },
    actions: {
      rememberToken: ({ context }) => stored.push(context.token),
      forgetToken: () => stored.push(null),
      rememberOpening: ({ context }) => openings.push(context.opening),
      forgetOpening: () => openings.push(null),
    },
  });
  const input = { entryPointId, token, opening, ids: countingIds('c') };
  const actor: CustomerActor = createActor(machine, { input }).start();
  return {
    actor,
    centre,
    line,
    holes,
    stored,
    openings,
    state: () => actor.getSnapshot().value,
    context: () => actor.getSnapshot().context,
    conversation: () => actor.getSnapshot().children['conversation'] as ConversationActor | undefined,
  };
}

/** What the server answers who takes a seat. */
export const seat = (centre: FakeCentre) => ({
  interactionId,
  participantId: customerId,
  token: 'token-1',
  entryPoint: centre.entryPoint,
});
export const types = (wishes: readonly Wish[]) => wishes.map(({ type }) => type);

/** In a conversation that an agent has joined. */
export function startTalking() {
  const side = startCustomer();
  const { line, centre, actor } = side;
  line.tell({ type: 'line.opened' });
  line.answer(line.asked()[0], centre.arrival);
  actor.send({ type: 'submit', form: { name: 'Ada' } });
  line.answer(line.asked()[0], seat(centre));
  const [catchUp] = line.asked();
  line.answer(catchUp, {
    facts: centre.facts,
    entryPoint: centre.entryPoint,
    position: null,
    wait: null,
    ladder: null,
  });
  line.asked();
  return side;
}
