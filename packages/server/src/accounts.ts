import { randomUUID } from 'node:crypto';
import { AgentId } from '@eyeline/protocol';
import * as v from 'valibot';
import { hashPassword } from './password.ts';
import type { Store } from './store/store.ts';

export const Username = v.pipe(
  v.string(),
  v.trim(),
  v.regex(/^[\p{L}\p{N}._@-]{1,100}$/u, 'a user name of 1 to 100 letters, digits, ".", "_", "@" and "-"'),
);
export const NewPassword = v.pipe(
  v.string(),
  v.minLength(8, 'a password of at least 8 characters'),
  v.maxLength(200, 'a password of at most 200 characters'),
);
export const AgentName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, 'a name that customers see'),
  v.maxLength(80, 'a name of at most 80 characters'),
);

export interface NewAgent {
  readonly username: string;
  readonly name: string;
  readonly password: string;
}

/** False when the user name is taken. */
export async function addAgent(store: Pick<Store, 'addAccount'>, agent: NewAgent): Promise<boolean> {
  const { username, name, password } = agent;
  const agentId = v.parse(AgentId, randomUUID());
  return store.addAccount({ agentId, username, name, passwordHash: await hashPassword(password) });
}

/** Adds those who are not there yet. */
export async function seedAgents(store: Store, agents: readonly NewAgent[]): Promise<void> {
  for (const agent of agents) if (!(await store.findAccount(agent.username))) await addAgent(store, agent);
}
