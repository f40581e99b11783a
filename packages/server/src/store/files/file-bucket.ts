import { mostFileBytes } from '@eyeline/protocol';
import { AwsClient } from 'aws4fetch';
import type { StoredFile } from '../store.ts';
import { StoreUnavailable } from '../store-unavailable.ts';
import type { FileStore } from './file-store.ts';

export interface BucketAddress {
  /** Without a slash at its end, with the bucket in it. */
  readonly url: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly prefix: string;
  /** How long one request may take, in ms. */
  readonly timeoutMs: number;
}

/** What an object store that is busy is asked again, before the sender is told to come again. */
const retries = 2;

/**
 * Files in a bucket that speaks S3, one object each: `PREFIX` `INTERACTION` / `FILE`. An object is there as a whole or not at
 * all. What a server had stored, and not said, when it died stays in the bucket and is read by nobody.
 */
export class FileBucket implements FileStore {
  readonly #client: AwsClient;
  readonly #address: BucketAddress;
  readonly #before: Pick<FileStore, 'load'>;

  /** `before`: where files are from before there was a bucket. */
  constructor(address: BucketAddress, before: Pick<FileStore, 'load'>) {
    const { region, accessKeyId, secretAccessKey } = address;
    this.#client = new AwsClient({ service: 's3', region, accessKeyId, secretAccessKey, retries });
    this.#address = address;
    this.#before = before;
  }

  async add({ interactionId, fileId, mediaType, content }: StoredFile): Promise<void> {
    const headers = { 'content-type': mediaType };
    await this.#ask('PUT', interactionId, fileId, { headers, body: Uint8Array.from(content) });
    // A proxy on the way may say yes to anything: what is acknowledged is there, and as long as it was.
    const kept = await this.#ask('HEAD', interactionId, fileId);
    if (kept?.length !== content.length) throw new StoreUnavailable('the bucket does not have what it took');
  }

  async keep(): Promise<void> {}

  async drop(interactionId: string, fileId: string): Promise<void> {
    await this.#ask('DELETE', interactionId, fileId);
  }

  async load(interactionId: string, fileId: string): Promise<Uint8Array | null> {
    const held = await this.#ask('GET', interactionId, fileId);
    return held ? held.content : this.#before.load(interactionId, fileId);
  }

  async settle(): Promise<void> {}

  /** What the object holds; null where there is none. @throws StoreUnavailable */
  async #ask(method: string, interactionId: string, fileId: string, init: RequestInit = {}): Promise<Held | null> {
    const { url, prefix, timeoutMs } = this.#address;
    const path = `${url}/${prefix}${encodeURIComponent(interactionId)}/${encodeURIComponent(fileId)}`;
    try {
      const response = await this.#client.fetch(path, { ...init, method, signal: AbortSignal.timeout(timeoutMs) });
      const content = await bodyOf(response);
      if (response.ok) return { content, length: Number(response.headers.get('content-length')) };
      if (response.status === 404 && !isNoBucket(content)) return null;
      // Its own words name the key, never the secret.
      throw new Error(`the bucket answered ${response.status} to ${method}: ${codeIn(content)}`);
    } catch (error) {
      throw new StoreUnavailable(error);
    }
  }
}

interface Held {
  /** Empty where only its length was asked for. */
  readonly content: Uint8Array;
  /** In bytes, as the bucket says. */
  readonly length: number;
}

/** No file is longer; whatever else comes is not read to its end. */
async function bodyOf(response: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of response.body ?? []) {
    bytes += piece.length;
    if (bytes > mostFileBytes) throw new Error('the bucket gave more than any file has');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** The code of S3's error document: `NoSuchKey`, `AccessDenied`, `SignatureDoesNotMatch`. */
const codeIn = (body: Uint8Array): string =>
  /<Code>(\w{1,60})<\/Code>/.exec(Buffer.from(body.subarray(0, 2_000)).toString('utf8'))?.[1] ?? 'no code';

/** A bucket that is gone holds no file that was never there. */
const isNoBucket = (body: Uint8Array): boolean => codeIn(body) === 'NoSuchBucket';
