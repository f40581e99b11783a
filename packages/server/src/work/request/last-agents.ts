import type { AgentId, FormValues } from '@eyeline/protocol';
import type { SiteEntryPoint } from '../../settings/config.ts';

/** So many customers are known again. */
const most = 10_000;

/** Who served a customer last, by what the customer gives in the form. Forgotten when the server ends. */
export class LastAgents {
  readonly #agents = new Map<string, AgentId>();

  note(entryPoint: SiteEntryPoint, form: FormValues, agentId: AgentId): void {
    const key = keyOf(entryPoint, form);
    if (key === null) return;
    // The longest unseen is the first to be forgotten.
    this.#agents.delete(key);
    this.#agents.set(key, agentId);
    const [oldest] = this.#agents.keys();
    if (this.#agents.size > most && oldest !== undefined) this.#agents.delete(oldest);
  }

  find(entryPoint: SiteEntryPoint, form: FormValues): AgentId | undefined {
    const key = keyOf(entryPoint, form);
    return key === null ? undefined : this.#agents.get(key);
  }
}

/** The same value in a field of the same name is the same customer, at whatever entry point. */
function keyOf({ stickyField }: SiteEntryPoint, form: FormValues): string | null {
  if (stickyField === undefined || !Object.hasOwn(form, stickyField)) return null;
  const value = form[stickyField]?.trim().toLowerCase();
  return value ? `${stickyField}\n${value}` : null;
}
