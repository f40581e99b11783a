import type { CallId } from '@eyeline/protocol';
import type { InteractionLog } from '../interaction/interaction-log.ts';
import type { CallRooms } from './call-port.ts';

const everyMs = 1000;
/** A page that is reloaded is away for less. */
const proposerGoneMs = 5000;
const ringMs = 60_000;

/** A call that nobody answers ends by itself; so does one whose proposer has closed the page. */
export class Ringing {
  readonly #timers = new Map<CallId, NodeJS.Timeout>();

  /** Watches the call of a log as long as it is proposed. */
  watch(rooms: CallRooms, log: InteractionLog): void {
    const { call } = log.interaction;
    if (call?.state !== 'proposed' || this.#timers.has(call.callId)) return;
    let goneSince: number | null = null;
    const look = () => {
      const current = rooms.interaction.logs.get(log.interactionId)?.interaction.call;
      if (current?.callId !== call.callId || current.state !== 'proposed') return this.#stop(call.callId);
      const now = rooms.interaction.now();
      const isThere = rooms.call.pages.of(log.interactionId, call.proposerId) !== undefined;
      goneSince = isThere ? null : (goneSince ?? now);
      if (now - call.since >= this.#ringMs(rooms, log))
        rooms.interaction.carryOut(change => rooms.call.end(change, log, null, 'not-answered'));
      else if (goneSince !== null && now - goneSince >= proposerGoneMs)
        rooms.interaction.carryOut(change => rooms.call.end(change, log, call.proposerId, 'withdrawn'));
    };
    this.#timers.set(call.callId, setInterval(look, everyMs).unref());
  }

  stop(): void {
    for (const callId of this.#timers.keys()) this.#stop(callId);
  }

  #ringMs({ settings }: CallRooms, { interaction: { entryPointId } }: InteractionLog): number {
    return (entryPointId && settings.siteEntryPoint(entryPointId)?.escalation.ringMs) || ringMs;
  }

  #stop(callId: CallId): void {
    clearInterval(this.#timers.get(callId));
    this.#timers.delete(callId);
  }
}
