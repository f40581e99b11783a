import type { AgentBlending } from './agent-blending.ts';
import { Deadlines } from './deadlines.ts';

/** The agents of a Finesse by their ids, and who of them waits for the clock. What an agent waits for is in its part. */
export class BlendingAgents extends Map<string, AgentBlending> {
  readonly #deadlines = new Deadlines();

  constructor(agents: Iterable<readonly [string, AgentBlending]> = []) {
    super();
    for (const [agentId, agent] of agents) this.set(agentId, agent);
  }

  override set(agentId: string, agent: AgentBlending): this {
    this.#deadlines.move(agentId, deadlineOf(agent));
    return super.set(agentId, agent);
  }

  override delete(agentId: string): boolean {
    this.#deadlines.move(agentId, undefined);
    return super.delete(agentId);
  }

  override clear(): void {
    for (const agentId of [...this.keys()]) this.delete(agentId);
  }

  /** When the first of them is due; undefined when none waits. */
  get nextAt(): number | undefined {
    return this.#deadlines.first();
  }

  /** Those who are due. Each has to be set again, which says what it waits for next. */
  takeDue(now: number): readonly string[] {
    return this.#deadlines.take(now);
  }
}

function deadlineOf({ voiceHold, outstanding }: AgentBlending): number | undefined {
  const asked = 'deadlineAt' in voiceHold ? voiceHold.deadlineAt : undefined;
  return outstanding && (asked === undefined || outstanding.checkAt < asked) ? outstanding.checkAt : asked;
}
