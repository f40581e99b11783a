import { AgentId } from '@eyeline/protocol';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { emptyDirectory } from '../../store/kept-directory.ts';
import { accountChanges } from './account-changes.ts';

const agentId = v.parse(AgentId, '00000000-0000-4000-8000-000000000001');
const agents = ['Ada', 'ben'].map(id => ({
  id,
  name: id,
  role: 'agent' as const,
  skills: {},
}));

test('nobody gets a second account because the first cannot be read any more', () => {
  const changes = accountChanges({ ...emptyDirectory, agents }, new Map(), new Set(['ada', 'Ada']), () => agentId);
  expect(changes.map(({ username }) => username)).toEqual(['ben']);
});
