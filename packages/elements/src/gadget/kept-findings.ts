import type { ConversationActor, DoctorFindings } from '@eyeline/machines';
import { callOf } from '../call/call-of.ts';

/** What an agent found before a call is kept with it, once in each conversation. */
export class KeptFindings {
  #reported: DoctorFindings | null = null;

  follow(conversation: ConversationActor | undefined, findings: DoctorFindings | null): void {
    const call = callOf(conversation);
    const isCalled = conversation?.getSnapshot().context.interaction.call != null;
    if (!findings || !call || !isCalled || findings === this.#reported) return;
    this.#reported = findings;
    call.send({ type: 'report-check', findings });
  }
}
