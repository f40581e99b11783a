import { join } from 'node:path';
import type { Config } from '../../settings/config.ts';
import type { BucketConfig } from '../../settings/files/bucket-config.ts';
import { readSecret } from '../../settings/read-secret.ts';
import type { Store } from '../store.ts';
import { FileBucket } from './file-bucket.ts';
import { FileFolder } from './file-folder.ts';
import { type FileStore, filesIn } from './file-store.ts';

interface FilesOptions {
  readonly files: Config['files'];
  readonly dataDirectory: string;
  readonly databaseUrl?: string | undefined;
  readonly store: Store;
}

/**
 * Where files are kept: in the bucket or the folder that the configuration names; else in a PostgreSQL server, where another
 * server on it finds them; else in a folder of the data directory, since an embedded store does not hold them well. What was
 * kept elsewhere before is found there.
 */
export function openFiles({ files, dataDirectory, databaseUrl, store }: FilesOptions): FileStore {
  const inStore = filesIn(store);
  const inFolder = () => new FileFolder(files.folder ?? join(dataDirectory, 'files'), inStore);
  if (files.bucket) return new FileBucket(addressOf(files.bucket), inFolder());
  return databaseUrl && !files.folder ? inStore : inFolder();
}

function addressOf({ endpoint, name, style, accessKeyId, secretAccessKey, ...rest }: BucketConfig) {
  const url = new URL(endpoint);
  if (style === 'host') url.hostname = `${name}.${url.hostname}`;
  const base = url.href.replace(/\/+$/, '');
  return {
    ...rest,
    url: style === 'host' ? base : `${base}/${name}`,
    accessKeyId: readSecret(accessKeyId, 'files.bucket.accessKeyId'),
    secretAccessKey: readSecret(secretAccessKey, 'files.bucket.secretAccessKey'),
  };
}
