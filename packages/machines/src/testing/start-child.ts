import type { Command } from '@eyeline/protocol';
import { type AnyActorLogic, type AnyActorRef, createActor, type EventObject, fromCallback, setup } from 'xstate';
import { connectionId } from '../signaling.ts';

/** In the place of the connection of a session: hands on what it is sent. */
export const connectionTo = (send: (command: Command) => void) =>
  fromCallback<Command & EventObject>(({ receive }) => receive(send));

/** Runs `logic` as somebody's child and keeps what it says to its parent and what it sends to the server. */
export function startChild(
  logic: AnyActorLogic,
  input: unknown,
): { child: AnyActorRef; reports: EventObject[]; sent: Command[]; stop(): void } {
  const reports: EventObject[] = [];
  const sent: Command[] = [];
  const connection = connectionTo(command => sent.push(command));
  const parent = createActor(
    setup({ actors: { connection, child: logic } }).createMachine({
      invoke: [
        { src: 'connection', systemId: connectionId },
        { id: 'child', src: 'child', input: () => input },
      ],
      on: { '*': { actions: ({ event }) => reports.push(event) } },
    }),
  ).start();
  const { child } = parent.getSnapshot().children;
  if (!child) throw new Error('no child');
  return { child, reports, sent, stop: () => parent.stop() };
}
