import { afterEach, beforeEach, expect, test } from 'vitest';
import { FakeBucket } from '../../testing/fake-bucket.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import { type BucketAddress, FileBucket } from './file-bucket.ts';

const before = { load: async () => Buffer.from('from before') };
let fake: FakeBucket;
beforeEach(async () => {
  fake = await FakeBucket.start();
});
afterEach(() => fake.stop());

const bucket = (other: Partial<BucketAddress> = {}): FileBucket =>
  new FileBucket(
    {
      ...{ url: `${fake.endpoint}/eyeline`, region: 'eu-central-1', ...FakeBucket.keys },
      ...{ prefix: 'files/', timeoutMs: 20_000, ...other },
    },
    before,
  );
const file = (content: Uint8Array) => ({ interactionId: 'i1', fileId: 'f1', mediaType: 'image/png', at: 1, content });
const message = async (asked: Promise<unknown>): Promise<string> => {
  const error = await asked.then(
    () => undefined,
    (failed: unknown) => failed,
  );
  expect(error).toBeInstanceOf(StoreUnavailable);
  return (error as Error).message;
};

test('a file is an object of its own until it is dropped; what is not in it is looked for where files were before', async () => {
  const content = Buffer.from([0, 255, 10, 13, 0]);
  await bucket().add(file(content));
  expect([...fake.objects]).toEqual([['files/i1/f1', { mediaType: 'image/png', content }]]);
  expect(Buffer.from((await bucket().load('i1', 'f1')) ?? [])).toEqual(content);
  await bucket().drop('i1', 'f1');
  expect(fake.objects.size).toBe(0);
  expect(await bucket().load('i1', 'f1')).toEqual(Buffer.from('from before'));
});

test('a bucket that is busy is asked again', async () => {
  fake.busy = 2;
  await bucket().add(file(Buffer.from('x')));
  expect(fake.objects.size).toBe(1);
});

test('a bucket that refuses, is gone, is busy for longer, or is not there says so, and no secret', async () => {
  const wrong = await message(bucket({ secretAccessKey: 'another one' }).add(file(Buffer.from('x'))));
  expect(wrong).toBe('the bucket answered 403 to PUT: SignatureDoesNotMatch');
  const gone = bucket({ url: `${fake.endpoint}/nobody` });
  expect(await message(gone.load('i1', 'f1'))).toContain('404 to GET: NoSuchBucket');
  fake.busy = 100;
  expect(await message(bucket().load('i1', 'f1'))).toContain('503 to GET: SlowDown');
  const away = bucket();
  await fake.stop();
  expect(await message(away.load('i1', 'f1'))).not.toContain('wJalr');
  fake = await FakeBucket.start();
});

test('what says yes to anything does not have the file, and what gives too much is not read to its end', async () => {
  fake.isCaptive = true;
  expect(await message(bucket().add(file(Buffer.from('x'))))).toBe('the bucket does not have what it took');
  fake.isCaptive = false;
  fake.objects.set('files/i1/f1', { mediaType: 'image/png', content: Buffer.alloc(26_000_000) });
  expect(await message(bucket().load('i1', 'f1'))).toBe('the bucket gave more than any file has');
});
