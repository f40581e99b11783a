import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type { AgentId } from '@eyeline/protocol';
import { pino } from 'pino';
import { expect, test } from 'vitest';
import { PeopleLog } from './people-log.ts';

test('no line names anybody, lines of one account look alike, and a flood leaves few', async () => {
  const stream = new PassThrough();
  const counted: string[] = [];
  const peopleLog = new PeopleLog({
    log: pino({ level: 'info' }, stream),
    secret: 'secret',
    onPeople: (event, outcome) => counted.push(`${event} ${outcome}`),
  });
  const refused = { username: 'anna.berg', address: '192.0.2.77', way: 'http', code: 'wrong-credentials' } as const;
  for (let n = 0; n < 1000; n += 1) peopleLog.refused(refused);
  peopleLog.signedIn('agent-1' as AgentId, 'socket');
  peopleLog.changed('agent-1' as AgentId, 'disabled', 'agent-2');
  stream.end();
  const output = await text(stream);
  expect(output).not.toMatch(/anna|192\.0/);
  const lines = output
    .trim()
    .split('\n')
    .map(line => JSON.parse(line));
  expect(lines.length).toBeLessThan(50);
  expect(lines[0]).toMatchObject({ account: lines[1].account, from: lines[1].from, code: 'wrong-credentials' });
  expect(lines.at(-2)).toMatchObject({ agentId: 'agent-1', way: 'socket' });
  expect(lines.at(-1)).toMatchObject({ agentId: 'agent-1', what: 'disabled', by: 'agent-2' });
  expect(counted).toHaveLength(1002);
});
