import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import Fastify from 'fastify';

export interface SentText {
  readonly sid: string;
  readonly to: string;
  readonly from: string;
  readonly body: string;
}

/**
 * What happens to the next message. `busy`: 429. `down`: 500. `lost`: it is sent, and the answer never comes. `refused`: 400 with
 * this code and sentence.
 */
export type TextFault = 'busy' | 'down' | 'lost' | { readonly code: number; readonly message: string };

export interface TextGatewayOptions {
  readonly accountSid: string;
  readonly authToken: string;
}

export interface TextGateway {
  readonly url: string;
  /** In the order in which they were sent. */
  readonly texts: readonly SentText[];
  /** How often it was asked to send something. */
  readonly asked: number;
  order(fault: TextFault): void;
  stop(): Promise<void>;
}

const path = '/2010-04-01/Accounts/:sid/Messages.json';
const fault = (status: number, code: number, message: string) => ({
  ...{ code, message, status },
  more_info: `https://www.twilio.com/docs/errors/${code}`,
});

/** A gateway for text messages that speaks Twilio's interface of 2010-04-01: forms in, JSON out, Basic authentication. */
export async function startTextGateway({ accountSid, authToken }: TextGatewayOptions): Promise<TextGateway> {
  const texts: SentText[] = [];
  const faults: TextFault[] = [];
  let asked = 0;
  const app = Fastify({ forceCloseConnections: true });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(body)))),
  );
  const expected = `Basic ${Buffer.from(`${accountSid}:${authToken}`).toString('base64')}`;
  app.addHook('onRequest', async ({ headers, params }, reply) => {
    if (headers.authorization !== expected) return reply.code(401).send(fault(401, 20003, 'Authenticate'));
    const { sid } = params as { sid?: string };
    if (sid !== accountSid) return reply.code(404).send(fault(404, 20404, 'The requested resource was not found'));
  });
  const resource = ({ sid, to, from, body }: SentText) => ({
    ...{ sid, account_sid: accountSid, to, from, body, status: 'queued', direction: 'outbound-api' },
    ...{ error_code: null, error_message: null, num_segments: '1', api_version: '2010-04-01' },
    uri: `/2010-04-01/Accounts/${accountSid}/Messages/${sid}.json`,
  });
  app.post<{ Body: Readonly<Record<string, string>> }>(path, async ({ body }, reply) => {
    asked += 1;
    const next = faults.shift();
    if (next === 'busy') return reply.code(429).send(fault(429, 20429, 'Too Many Requests'));
    if (next === 'down') return reply.code(500).send(fault(500, 20500, 'Internal Server Error'));
    if (next !== undefined && next !== 'lost') return reply.code(400).send(fault(400, next.code, next.message));
    const { To: to = '', From, MessagingServiceSid, Body: text = '' } = body;
    if (!/^\+[1-9]\d{6,14}$/.test(to))
      return reply.code(400).send(fault(400, 21211, `The 'To' number ${to} is not a valid phone number.`));
    const from = From ?? MessagingServiceSid;
    if (!from) return reply.code(400).send(fault(400, 21603, "A 'From' phone number is required."));
    if (text === '') return reply.code(400).send(fault(400, 21602, 'Message body is required.'));
    const sent = { sid: `SM${randomBytes(16).toString('hex')}`, to, from, body: text };
    texts.push(sent);
    if (next === 'lost') {
      reply.hijack();
      reply.raw.destroy();
      return reply;
    }
    return reply.code(201).send(resource(sent));
  });
  app.get<{ Querystring: { To?: string; PageSize?: string } }>(path, async ({ query }) => {
    const found = texts.filter(one => query.To === undefined || one.to === query.To).reverse();
    return { messages: found.slice(0, Number(query.PageSize ?? 50)).map(resource), page: 0 };
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`,
    texts,
    get asked() {
      return asked;
    },
    order: next => void faults.push(next),
    stop: () => app.close(),
  };
}
