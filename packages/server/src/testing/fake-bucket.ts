import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const name = 'eyeline';
const keys = { accessKeyId: 'AKIAEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG' };

/** A bucket as Amazon S3 has it: one object an address, and nothing without a good signature (Signature Version 4). */
export class FakeBucket {
  static readonly keys = keys;
  /** What is in it, by name. */
  readonly objects = new Map<string, { readonly mediaType: string; readonly content: Buffer }>();
  /** As a page that one is to sign in at: it says yes to all, and knows nothing. */
  isCaptive = false;
  /** So many requests are told to come again. */
  busy = 0;
  readonly #server: Server;

  private constructor() {
    this.#server = createServer((request, response) => void this.#answer(request, response));
  }

  static async start(): Promise<FakeBucket> {
    const bucket = new FakeBucket();
    await new Promise<void>(resolve => bucket.#server.listen(0, '127.0.0.1', resolve));
    return bucket;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise<void>(resolve => this.#server.close(() => resolve()));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece);
    const refuse = (status: number, code: string) =>
      response.writeHead(status, { 'content-type': 'application/xml' }).end(`<Error><Code>${code}</Code></Error>`);
    const { method = '', url = '' } = request;
    if (this.isCaptive) return void response.end('<html>Sign in</html>');
    if (!isSigned(request)) return void refuse(403, 'SignatureDoesNotMatch');
    if (!url.startsWith(`/${name}/`)) return void refuse(404, 'NoSuchBucket');
    if (this.busy > 0) {
      this.busy -= 1;
      return void refuse(503, 'SlowDown');
    }
    const key = decodeURIComponent(url.slice(name.length + 2));
    const object = this.objects.get(key);
    if (method === 'PUT') {
      this.objects.set(key, { mediaType: request.headers['content-type'] ?? '', content: Buffer.concat(pieces) });
      response.end();
    } else if (method === 'DELETE') {
      this.objects.delete(key);
      response.writeHead(204).end();
    } else if (object && method === 'HEAD') response.writeHead(200, { 'content-length': object.content.length }).end();
    else if (object) response.end(object.content);
    else refuse(404, 'NoSuchKey');
  }
}

const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** The signature made anew from what came, as in "Signature Calculations for the Authorization Header" of Amazon S3's API reference. */
function isSigned({ method, url, headers }: IncomingMessage): boolean {
  const parts = /Credential=(\w+)\/(\d+)\/([\w-]+)\/s3\/aws4_request, *SignedHeaders=([\w;-]+), *Signature=(\w{64})$/;
  const [, id, day = '', region = '', signed = '', signature = ''] = parts.exec(headers.authorization ?? '') ?? [];
  if (id !== keys.accessKeyId) return false;
  const lines = signed.split(';').map(one => `${one}:${String(headers[one]).trim()}\n`);
  const request = [method, url, '', lines.join(''), signed, headers['x-amz-content-sha256']].join('\n');
  const hash = createHash('sha256').update(request).digest('hex');
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, hash].join('\n');
  const key = [region, 's3', 'aws4_request'].reduce<Buffer>(hmac, hmac(`AWS4${keys.secretAccessKey}`, day));
  return timingSafeEqual(hmac(key, text), Buffer.from(signature, 'hex'));
}
