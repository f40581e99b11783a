import type { Directory } from '../directory/directory.ts';
import type { Journal } from '../journal.ts';
import type { Timers } from '../timers.ts';
import type { VoiceDesk } from '../voice/voice-desk.ts';

/** Signs an agent out when the agent's presence has been gone for too long, at either node. */
export class PresenceWatch {
  readonly #there = new Map<string, Set<object>>();
  readonly #leaving = new Map<string, () => void>();
  readonly #directory: Directory;
  readonly #voice: VoiceDesk;
  readonly #journal: Journal;
  readonly #timers: Timers;

  constructor(parts: { directory: Directory; voice: VoiceDesk; journal: Journal; timers: Timers }) {
    this.#directory = parts.directory;
    this.#voice = parts.voice;
    this.#journal = parts.journal;
    this.#timers = parts.timers;
  }

  /** A session of a user is available, or not any more. */
  mark(userId: string, session: object, isAvailable: boolean): void {
    const sessions = this.#there.get(userId) ?? new Set();
    const wasThere = sessions.size > 0;
    if (isAvailable) sessions.add(session);
    else sessions.delete(session);
    this.#there.set(userId, sessions);
    if (isAvailable) {
      this.#leaving.get(userId)?.();
      this.#leaving.delete(userId);
    } else if (wasThere && sessions.size === 0) {
      this.#leave(userId);
    }
  }

  #leave(userId: string): void {
    const user = this.#directory.users.get(userId);
    if (!user) return;
    const { presenceMs } = this.#directory.scenario.timings;
    const lose = () => {
      this.#leaving.delete(userId);
      if (this.#voice.agent(userId).state === 'LOGOUT') return;
      this.#journal.write('session', `${userId} was away for ${presenceMs} ms: Finesse acts`);
      this.#voice.input(user, { type: 'presence.lost' });
    };
    this.#leaving.set(userId, this.#timers.after(presenceMs, lose));
  }
}
