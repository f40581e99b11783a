import type { AgentId } from '@eyeline/protocol';
import { expect, test } from 'vitest';
import type { AccountProfile } from '../store/store.ts';
import { KnownAccounts } from './known-accounts.ts';

const anna = 'a' as AgentId;
const ben = 'b' as AgentId;
const named = (username: string): AccountProfile => ({
  username,
  name: username,
  role: 'agent',
  ciscoId: null,
  isDemo: false,
  isDisabled: false,
});

test('an account is found by its user name of now, in any case', () => {
  const accounts = new KnownAccounts().set(anna, named('anna'));
  expect(accounts.agentIdOf('ANNA')).toBe(anna);
  accounts.set(anna, named('anne'));
  expect(accounts.agentIdOf('anna')).toBeUndefined();
  expect(accounts.agentIdOf('anne')).toBe(anna);
  accounts.delete(anna);
  expect(accounts.agentIdOf('anne')).toBeUndefined();
});

test('a name that went to somebody else stays theirs', () => {
  const accounts = new KnownAccounts().set(anna, named('desk')).set(ben, named('desk'));
  accounts.set(anna, named('anna'));
  expect(accounts.agentIdOf('desk')).toBe(ben);
  accounts.delete(anna);
  expect(accounts.agentIdOf('desk')).toBe(ben);
});
