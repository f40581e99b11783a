import { randomUUID } from 'node:crypto';
import { AgentId } from '@eyeline/protocol';
import * as v from 'valibot';
import { accountSentences } from '../settings/sentences/accounts.ts';
import { hashPassword, type PasswordCost } from '../store/password.ts';
import type { AccountRole, Store } from '../store/store.ts';
import { normaliseUsername } from './username.ts';

export const NewPassword = v.pipe(
  v.string(),
  v.minLength(8, accountSentences.password.shortest),
  v.maxLength(200, accountSentences.password.longest),
);
export const AgentName = v.pipe(
  v.string(),
  v.trim(),
  v.minLength(1, accountSentences.name.missing),
  v.maxLength(80, accountSentences.name.longest),
);

export interface NewAgent {
  readonly username: string;
  readonly name: string;
  readonly password: string;
  /** Default: agent. */
  readonly role?: AccountRole;
  /** Came with the demo. */
  readonly isDemo?: boolean;
}

/** False when the user name is taken. */
export async function addAgent(
  store: Pick<Store, 'addAccount'>,
  agent: NewAgent,
  cost?: PasswordCost,
): Promise<boolean> {
  const { name, password, role = 'agent', isDemo = false } = agent;
  const username = normaliseUsername(agent.username);
  const agentId = v.parse(AgentId, randomUUID());
  const passwordHash = await hashPassword(password, cost);
  return store.addAccount({ agentId, username, name, role, isDemo, passwordHash });
}

/** Adds those who are not there yet. `cost`: what guessing a password costs; by default as much as it should. */
export async function seedAgents(store: Store, agents: readonly NewAgent[], cost?: PasswordCost): Promise<void> {
  for (const agent of agents) if (!(await store.findAccount(agent.username))) await addAgent(store, agent, cost);
}
