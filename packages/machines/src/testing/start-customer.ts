import type { Command } from '@eyeline/protocol';
import { createActor } from 'xstate';
import type { ConversationActor } from '../conversation-machine.ts';
import { type CustomerActor, customerMachine } from '../customer-machine.ts';
import { FakeCentre } from './fake-centre.ts';
import { FakePorts } from './fake-ports.ts';
import { FakeSignaling } from './fake-signaling.ts';
import { countingIds, customerId, entryPointId, interactionId } from './ids.ts';

export function startCustomer(token: string | null = null, opening: Command<'interaction.open'> | null = null) {
  const centre = new FakeCentre();
  const connection = new FakeSignaling();
  const ports = new FakePorts();
  const stored: (string | null)[] = [];
  const openings: (Command | null)[] = [];
  const machine = customerMachine.provide({
    actors: { signaling: connection.port, conversation: ports.conversation },
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
    connection,
    ports,
    stored,
    openings,
    state: () => actor.getSnapshot().value,
    context: () => actor.getSnapshot().context,
    conversation: () => actor.getSnapshot().children['conversation'] as ConversationActor | undefined,
  };
}

/** What the server answers who takes a place. */
export const place = (centre: FakeCentre) => ({
  interactionId,
  participantId: customerId,
  token: 'token-1',
  entryPoint: centre.entryPoint,
});
export const types = (commands: readonly Command[]) => commands.map(({ type }) => type);

/** In a conversation that an agent has joined. */
export function startTalking() {
  const side = startCustomer();
  const { connection, centre, actor } = side;
  connection.notify({ type: 'connection.opened' });
  connection.answer(connection.asked()[0], centre.arrival);
  actor.send({ type: 'submit', form: { name: 'Ada' } });
  connection.answer(connection.asked()[0], place(centre));
  const [catchUp] = connection.asked();
  connection.answer(catchUp, centre.standing(customerId, 0));
  connection.asked();
  return side;
}
