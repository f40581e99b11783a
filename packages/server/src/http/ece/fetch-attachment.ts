import { get as getHttp, type IncomingMessage } from 'node:http';
import { get as getHttps } from 'node:https';
import { isIP } from 'node:net';
import { isPublic, PrivateAddress, publicLookup } from '../../interaction/webhooks/address-guard.ts';
import { eceSentences } from '../../settings/sentences/ece.ts';
import { EceError } from './ece-error.ts';

const timeoutMs = 15_000;

interface Fetching {
  readonly url: string;
  readonly allowPrivate: boolean;
  /** Longer ones are not read to their end. */
  readonly mostBytes: number;
}

/**
 * What an application has put somewhere for us. Redirects are not followed, and nothing is fetched from private addresses unless the
 * site allows it.
 * @throws EceError `400` that says why not
 */
export async function fetchAttachment({ url, allowPrivate, mostBytes }: Fetching): Promise<Uint8Array> {
  try {
    const response = await open(new URL(url), allowPrivate);
    if (response.statusCode !== 200) throw new Error(`HTTP ${response.statusCode}`);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    for await (const chunk of response as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      if (bytes > mostBytes) throw new Error(`more than ${mostBytes} bytes`);
      chunks.push(chunk);
    }
    return Buffer.concat(chunks);
  } catch (error) {
    const reason = error instanceof PrivateAddress ? 'a private address' : error instanceof Error ? error.message : '';
    throw new EceError(400, 106, eceSentences.notFetched(reason));
  }
}

function open(url: URL, allowPrivate: boolean): Promise<IncomingMessage> {
  const get = url.protocol === 'https:' ? getHttps : url.protocol === 'http:' ? getHttp : null;
  const host = url.hostname.replace(/^\[|\]$/g, '');
  return new Promise((resolve, reject) => {
    if (!get) throw new Error(url.protocol);
    // What is no name is not looked up.
    if (!allowPrivate && isIP(host) !== 0 && !isPublic(host)) throw new PrivateAddress(host);
    const signal = AbortSignal.timeout(timeoutMs);
    const asked = get(url, { signal, ...(allowPrivate ? {} : { lookup: publicLookup() }) }, resolve);
    asked.once('error', reject);
  });
}
