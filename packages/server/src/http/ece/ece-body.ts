import { toPlainText } from '@eyeline/protocol';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { eceSentences } from '../../settings/sentences/ece.ts';
import { EceError } from './ece-error.ts';
import { readEceXml, writeEceXml } from './ece-xml.ts';

export const bodyLimit = 200_000;

/** JSON, XML and forms, whatever stands before the body; an empty one is none. */
export function addEceBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  const add = (type: string | RegExp, read: (text: string) => unknown) =>
    app.addContentTypeParser(type, { parseAs: 'string', bodyLimit }, (_, body, done) => {
      try {
        done(null, String(body).trim() === '' ? undefined : read(String(body)));
      } catch {
        done(Object.assign(new EceError(400, 100, eceSentences.unreadable), { statusCode: 400 }));
      }
    });
  add(/^application\/(.+\+)?json/, text => JSON.parse(text));
  add(/^(application|text)\/(.+\+)?xml/, readEceXml);
  add('application/x-www-form-urlencoded', text => Object.fromEntries(new URLSearchParams(text)));
}

/** @throws EceError `400` that says where it is wrong */
export function readBody<S extends v.GenericSchema>(schema: S, body: unknown): v.InferOutput<S> {
  const read = v.safeParse(schema, toPlainText(body), { abortEarly: true });
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new EceError(400, 101, eceSentences.wrongBody(v.getDotPath(issue) ?? '', issue.message));
}

/** XML where it is asked for, or came and nothing else is asked for; else JSON. */
function wantsXml({ headers }: FastifyRequest): boolean {
  const accept = headers.accept ?? '';
  if (/\bjson\b/i.test(accept)) return false;
  return /\bxml\b/i.test(accept) || (/\bxml\b/i.test(headers['content-type'] ?? '') && !/\bhtml\b/i.test(accept));
}

/** `root`: what the answer is called in XML. */
export function answer(request: FastifyRequest, reply: FastifyReply, root: string, body: object): FastifyReply {
  reply.header('cache-control', 'no-store');
  return wantsXml(request)
    ? reply
        .type('application/xml; charset=utf-8')
        .send(`<?xml version="1.0" encoding="UTF-8"?>${writeEceXml(root, body)}`)
    : reply.type('application/json; charset=utf-8').send(body);
}
