import { DOCTOR_PATH, DoctorBriefing, type DoctorCode } from '@eyeline/protocol';
import * as v from 'valibot';

/** With what a call would be made now, or why the server does not say. */
export async function readBriefing(server: string, signal: AbortSignal): Promise<DoctorBriefing | DoctorCode> {
  try {
    const answer = await fetch(new URL(DOCTOR_PATH, server), { method: 'POST', signal, credentials: 'omit' });
    if (answer.status === 429) return 'too-many-checks';
    const briefing = v.safeParse(DoctorBriefing, await answer.json());
    return briefing.success ? briefing.output : 'server-unreachable';
  } catch {
    return 'server-unreachable';
  }
}
