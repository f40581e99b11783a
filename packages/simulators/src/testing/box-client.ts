import { request } from 'node:https';
import type { Box } from '../box.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { textOf, type XmlElement } from '../xml/xml-element.ts';

export interface Asked {
  readonly as?: string;
  readonly token?: string;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Answered {
  readonly status: number;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly xml: XmlElement | undefined;
  /** Type, message and data of the first error. */
  readonly error: readonly (string | undefined)[];
}

/** Asks one of a box's servers by HTTPS, trusting its authority and nothing else. `as` is `user:password`. */
export function ask(box: Box, url: string, { as, token, method, body, headers = {} }: Asked = {}): Promise<Answered> {
  const authorization =
    token === undefined
      ? as === undefined
        ? {}
        : { authorization: `Basic ${Buffer.from(as).toString('base64')}` }
      : { authorization: `Bearer ${token}` };
  const type = body === undefined ? {} : { 'content-type': 'application/xml' };
  const options = {
    ...{
      ca: box.authority,
      lookup: box.lookup,
      method: method ?? (body === undefined ? 'GET' : 'PUT'),
      agent: false as const,
    },
    headers: { ...authorization, ...type, ...headers },
  };
  return new Promise((resolve, reject) => {
    const asking = request(url, options, response => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', chunk => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        const xml = parseXml(text);
        const error = xml?.children[0];
        const fields = ['ErrorType', 'ErrorMessage', 'ErrorData'].map(name => textOf(error, name));
        resolve({ status: response.statusCode ?? 0, text, headers: response.headers, xml, error: fields });
      });
    });
    asking.on('error', reject);
    asking.end(body);
  });
}

/** Asks node A's Finesse. */
export function askFinesse(box: Box, path: string, asked?: Asked): Promise<Answered> {
  return ask(box, `${box.addresses.finesse[0]}/finesse/api${path}`, asked);
}
