import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Postgres, startPostgres } from '@eyeline/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../open-store.ts';
import type { Store } from '../store.ts';
import type { NewSecret } from './application-store.ts';

const crm = {
  applicationId: 'crm-id',
  name: 'crm',
  scopes: ['figures', 'interactions'] as const,
  entryPointIds: ['support'],
  createdAt: 1_000,
};
const secret = (secretId: string, issuedAt = 1_000, expiresAt: number | null = null): NewSecret => ({
  ...{ secretId, issuedAt, expiresAt, hash: `hash of ${secretId}` },
});

describe.each(['PGlite', 'PostgreSQL'])('applications on %s', engine => {
  let directory: string;
  let postgres: Postgres | undefined;
  let store: Store;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'eyeline-applications-'));
    if (engine === 'PostgreSQL') postgres = await startPostgres();
    store = await openStore(directory, postgres?.url);
  });
  afterAll(async () => {
    await store.close();
    await postgres?.stop();
    await rm(directory, { recursive: true });
  });

  test('an application is found by each of its secrets until it is gone, and no secret is kept', async () => {
    const { applications } = store;
    await applications.add(crm, secret('first'));
    expect(await applications.find('hash of first')).toMatchObject({ application: crm, secret: { lastUsedAt: null } });
    await applications.used('first', 61_000);
    expect(await applications.addSecret('crm-id', secret('second', 2_000), 1)).toBe('added');
    expect(await applications.addSecret('crm-id', secret('third', 3_000), 1)).toBe('too-many');
    expect(await applications.addSecret('none', secret('fourth'), 1)).toBe('no-application');
    expect(await applications.load()).toMatchObject([
      { ...crm, secrets: [{ secretId: 'second' }, { secretId: 'first', lastUsedAt: 61_000 }] },
    ]);
    expect(await applications.removeSecret('none', 'first')).toBe(false);
    expect(await applications.removeSecret('crm-id', 'first')).toBe(true);
    expect(await applications.find('hash of first')).toBeNull();
    expect(await applications.change({ ...crm, scopes: ['invitations'], entryPointIds: null })).toBe(true);
    const changed = { scopes: ['invitations'], entryPointIds: null };
    expect(await applications.find('hash of second')).toMatchObject({ application: changed });
    expect(await applications.remove('crm-id')).toBe(true);
    expect(await applications.find('hash of second')).toBeNull();
    expect(await applications.remove('crm-id')).toBe(false);
    expect(await applications.change(crm)).toBe(false);
  });

  test('what has expired makes room, and two who rotate at once do not both find it', async () => {
    const { applications } = store;
    await applications.add({ ...crm, applicationId: 'shop-id' }, secret('old', 1_000, 2_000));
    expect(await applications.addSecret('shop-id', secret('new', 2_000), 1)).toBe('added');
    expect(await applications.find('hash of old')).toBeNull();
    const outcomes = await Promise.all(
      ['one', 'two', 'three'].map(name => applications.addSecret('shop-id', secret(name, 3_000), 1)),
    );
    expect(outcomes.toSorted()).toEqual(['added', 'too-many', 'too-many']);
  });
});
