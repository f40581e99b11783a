import { request as requestHttp } from 'node:http';
import { request as requestHttps } from 'node:https';
import { text } from 'node:stream/consumers';

/** A POST that goes on where the certificate is wrong: that is said by a check of its own, and nothing secret is sent. */
export async function postInsecurely(url: URL, signal: AbortSignal): Promise<{ status: number; body: string }> {
  const options = { method: 'POST', signal };
  return await new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? requestHttps(url, { ...options, rejectUnauthorized: false })
        : requestHttp(url, options);
    request.on('error', reject);
    request.on('response', response => {
      text(response).then(body => resolve({ status: response.statusCode ?? 0, body }), reject);
    });
    request.end();
  });
}
