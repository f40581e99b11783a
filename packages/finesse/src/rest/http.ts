import { type IncomingMessage, Agent as PlainAgent, request as plainRequest } from 'node:http';
import { Agent, request as secureRequest } from 'node:https';
import { FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';
import { answers } from '../sentences/answers.ts';
import { connectionFault } from './connection-fault.ts';
import { type NetworkOptions, tlsOptions } from './network.ts';

/** A request to one of Cisco's servers. */
export interface HttpRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** For the whole answer, in ms. */
  readonly timeoutMs?: number;
}

export interface HttpAnswer {
  readonly status: number;
  header(name: string): string | undefined;
  readonly body: string;
}

/** Sends requests; keeps connections, and the cookies of each server for each identity. Redirects are not followed. */
export interface Http {
  /** @throws {FinesseError} when no whole answer came: unreachable, certificate, wrong-port, timed-out, answer-too-long */
  send(request: HttpRequest): Promise<HttpAnswer>;
  close(): void;
}

const maxAnswerBytes = 32 * 1024 * 1024;

/** HTTP by Node. Certificates are always verified; there is no option that turns this off. */
export function createHttp(options: NetworkOptions = {}): Http {
  const secure = new Agent({ keepAlive: true, maxSockets: 8, ...tlsOptions(options) });
  const plain = new PlainAgent({ keepAlive: true, maxSockets: 8 });
  const cookies = new Map<string, Map<string, string>>();

  function send({ method, url, headers = {}, body, timeoutMs = 10_000 }: HttpRequest): Promise<HttpAnswer> {
    const target = new URL(url);
    const isPlain = target.protocol === 'http:';
    if (isPlain && !options.allowPlainText) throw new FinesseError('insecure', advice.plainText(target.host));
    // A session is one identity's: another's password never goes with its cookie.
    const identity = `${target.origin} ${headers['authorization'] ?? ''}`;
    const jar = cookies.get(identity) ?? new Map<string, string>();
    cookies.set(identity, jar);
    const cookie = [...jar].map(pair => pair.join('=')).join('; ');
    return new Promise((resolve, reject) => {
      const outgoing = (isPlain ? plainRequest : secureRequest)(target, {
        method,
        agent: isPlain ? plain : secure,
        signal: AbortSignal.timeout(timeoutMs),
        ...(options.lookup ? { lookup: options.lookup } : {}),
        headers: {
          ...headers,
          ...(cookie ? { cookie } : {}),
          ...(body === undefined ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
        },
      });
      const fail = (error: unknown) => reject(connectionFault(error, target.host, timeoutMs));
      outgoing.once('error', fail);
      outgoing.once('response', response => {
        keepCookies(response, jar);
        read(response, target.host).then(resolve, fail);
      });
      outgoing.end(body);
    });
  }

  return {
    send: async request => send(request),
    close: () => {
      secure.destroy();
      plain.destroy();
    },
  };
}

async function read(response: IncomingMessage, host: string): Promise<HttpAnswer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    const bytes = Buffer.isBuffer(chunk) ? chunk : Buffer.from(String(chunk));
    size += bytes.length;
    if (size > maxAnswerBytes) {
      response.destroy();
      throw new FinesseError('answer-too-long', answers.tooLong(host, maxAnswerBytes));
    }
    chunks.push(bytes);
  }
  const { headers, statusCode = 0 } = response;
  return {
    status: statusCode,
    body: Buffer.concat(chunks).toString('utf8'),
    header: name => {
      const value = headers[name.toLowerCase()];
      return Array.isArray(value) ? value.join(', ') : value;
    },
  };
}

/** Finesse makes a session for every request that brings no JSESSIONID. */
function keepCookies(response: IncomingMessage, jar: Map<string, string>): void {
  for (const line of response.headers['set-cookie'] ?? []) {
    const [, name, value] = /^\s*([^=;\s]+)=([^;]*)/.exec(line) ?? [];
    if (name === undefined) continue;
    if (value === '' || /;\s*max-age=0\b/i.test(line)) jar.delete(name);
    else jar.set(name, value ?? '');
  }
}
