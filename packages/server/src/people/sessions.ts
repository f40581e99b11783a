import type { AgentId } from '@eyeline/protocol';

/** The one sign-in of each agent that counts, and since when its token is good. */
export class Sessions {
  readonly #sessionIds = new Map<AgentId, string>();
  /** When its token was given, UTC ms. Not known after a restart. */
  readonly #begun = new Map<AgentId, number>();

  get(agentId: AgentId): string | undefined {
    return this.#sessionIds.get(agentId);
  }

  all(): readonly (readonly [AgentId, string])[] {
    return [...this.#sessionIds];
  }

  /** Null: signed out. Answers with what undoes it. */
  set(agentId: AgentId, sessionId: string | null): () => void {
    const before = this.#sessionIds.get(agentId) ?? null;
    this.#put(agentId, sessionId);
    return () => this.#put(agentId, before);
  }

  /** Its token is given now. */
  begin(agentId: AgentId, now: number): void {
    this.#begun.set(agentId, now);
  }

  /** When its token was given; where that is not known it counts as now, which is the latest that it may be. */
  begunAt(agentId: AgentId, now: number): number {
    const at = this.#begun.get(agentId) ?? now;
    this.#begun.set(agentId, at);
    return at;
  }

  /** Forgets since when of those who are signed out. */
  tidy(): void {
    for (const agentId of this.#begun.keys()) if (!this.#sessionIds.has(agentId)) this.#begun.delete(agentId);
  }

  #put(agentId: AgentId, sessionId: string | null): void {
    if (sessionId === null) this.#sessionIds.delete(agentId);
    else this.#sessionIds.set(agentId, sessionId);
  }
}
