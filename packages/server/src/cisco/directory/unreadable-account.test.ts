import type { AgentId } from '@eyeline/protocol';
import { afterEach, expect, test } from 'vitest';
import { ApiClient } from '../../testing/api-client.ts';
import { FinesseBox } from '../../testing/finesse-box.ts';
import { TestServer } from '../../testing/test-server.ts';

let finesse: FinesseBox;
let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop();
  await finesse?.stop();
});

test('an account that cannot be read is named: its agent is left out, and the rest is brought here', async () => {
  finesse = await FinesseBox.start({ deployment: 'UCCE' });
  const directory = { finesse: {}, everyMs: 0, agents: { domains: { chat: 2 } } };
  const config = { finesse: finesse.config({ agents: {} }), directory };
  server = await TestServer.start(config, { lookup: finesse.box.lookup });
  const api = new ApiClient(server.url);
  await api.signIn();
  const synchronise = async (dryRun: boolean) => (await api.ask('POST', '/directory/synchronise', { dryRun })).body;
  const { store, people } = server.running.centre;
  const account = { username: '1001', name: 'Odd', role: 'agent', passwordHash: 'none', isDemo: false } as const;
  await store.addAccount({ ...account, agentId: '' as AgentId });
  const sentence = '! agent 1001 "Ada Park": its account in Eyeline cannot be read: the table set_aside says why';
  expect((await synchronise(true)).printed).toContain(sentence);
  expect(await synchronise(false)).toMatchObject({
    result: 'synchronised',
    printed: expect.stringContaining(sentence),
  });
  const accounts = [...people.accounts.values()];
  expect(accounts.map(({ name }) => name)).toEqual(expect.arrayContaining(['Ben Sole', 'Sue Visor']));
  expect(accounts.map(({ username }) => username)).not.toContain('1001');
  expect(await synchronise(false)).toMatchObject({ result: 'unchanged', printed: expect.stringContaining(sentence) });
});
