import { existsSync } from 'node:fs';
import pg from 'pg';
import { expect, test } from 'vitest';
import { startPostgres } from './postgres.ts';

test('a server answers, keeps what it is told, and is gone afterwards', async () => {
  const postgres = await startPostgres();
  const client = new pg.Client({ connectionString: postgres.url });
  let data = '';
  try {
    await client.connect();
    await client.query('create table note (text text)');
    await client.query('insert into note values ($1)', ['Grüße']);
    const notes = await client.query<{ text: string }>('select text from note');
    expect(notes.rows).toEqual([{ text: 'Grüße' }]);
    const directory = await client.query<{ data_directory: string }>('show data_directory');
    data = directory.rows[0]?.data_directory ?? '';
    expect(existsSync(data)).toBe(true);
    await client.end();
  } finally {
    await postgres.stop();
  }
  expect(existsSync(data)).toBe(false);
  const late = new pg.Client({ connectionString: postgres.url });
  await expect(late.connect()).rejects.toThrow('ECONNREFUSED');
});

test('two servers live side by side', async () => {
  const servers = await Promise.all([startPostgres(), startPostgres()]);
  try {
    expect(servers[0].url).not.toBe(servers[1].url);
  } finally {
    await Promise.all(servers.map(server => server.stop()));
  }
});
