import type { Outcome, SignalingReport } from '@eyeline/machines';
import type { Command } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { Answer, Connection } from './connection.ts';

/** An answer as an event, under its own name. */
function outcomeOf(command: Command, answer: Answer<unknown>): Outcome {
  if (answer === 'lost') return { type: 'lost', command };
  const outcome = answer.ok
    ? { type: `done.${command.type}`, command, value: answer.value }
    : { type: `failed.${command.type}`, command, error: answer.error };
  // `readReply` has checked the value against the command's own schema; TypeScript does not follow it from there.
  return outcome as Outcome;
}

/** Fills the machines' `signaling` port with a connection. */
export const signalingOver = (connection: Connection) =>
  fromCallback<Command & EventObject>(({ receive, sendBack }) => {
    const report = (event: SignalingReport) => sendBack(event);
    connection.listen(report);
    receive(command => connection.ask(command, answer => report(outcomeOf(command, answer))));
    connection.open();
    return () => connection.close();
  });
