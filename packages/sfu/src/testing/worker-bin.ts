import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { version } from 'mediasoup';

/** The real worker: tests of a media server without it would prove nothing. */
export const workerBin = (): string => {
  const { MEDIASOUP_WORKER_BIN, EYELINE_CACHE, XDG_CACHE_HOME } = process.env;
  const cache = EYELINE_CACHE || join(XDG_CACHE_HOME || join(homedir(), '.cache'), 'eyeline');
  const key = `${version}-${process.platform}-${process.arch}`;
  const path = MEDIASOUP_WORKER_BIN || join(cache, 'mediasoup-worker', key, 'mediasoup-worker');
  if (!existsSync(path)) {
    throw new Error(`These tests need mediasoup-worker and ${path} is not there. Run "npm test", which provides it.`);
  }
  return path;
};
