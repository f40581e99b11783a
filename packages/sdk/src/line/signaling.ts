import type { Outcome, SignalingReport } from '@eyeline/machines';
import type { Wish } from '@eyeline/protocol';
import { type EventObject, fromCallback } from 'xstate';
import type { Answer, Line } from './line.ts';

/** An answer as an event, under its own name. */
function outcomeOf(wish: Wish, answer: Answer<unknown>): Outcome {
  if (answer === 'lost') return { type: 'lost', wish };
  const outcome = answer.ok
    ? { type: `done.${wish.type}`, wish, value: answer.value }
    : { type: `failed.${wish.type}`, wish, error: answer.error };
  // `readReply` has checked the value against the wish's own schema; TypeScript does not follow it from there.
  return outcome as Outcome;
}

/** Fills the machines' `signaling` hole with a line. */
export const signalingOver = (line: Line) =>
  fromCallback<Wish & EventObject>(({ receive, sendBack }) => {
    const report = (told: SignalingReport) => sendBack(told);
    line.listen(report);
    receive(wish => line.ask(wish, answer => report(outcomeOf(wish, answer))));
    line.open();
    return () => line.close();
  });
