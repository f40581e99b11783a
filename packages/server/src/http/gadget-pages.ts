import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { gadgetXml } from './gadget-xml.ts';

/** A name or an address with or without a port; nothing that would mean something in XML. */
const hostPattern = /^(\[[0-9a-f:.]+\]|[\w.-]+)(:\d{1,5})?$/i;

/** The gadget of Cisco's desktop: its XML, which names this server as Finesse reached it, and its script. */
export function serveGadget(
  app: FastifyInstance,
  elementsDirectory: string,
  getOrigins: () => readonly string[],
): void {
  app.get('/gadget/eyeline.xml', (request, reply) => {
    if (!hostPattern.test(request.host)) return reply.code(400).send('The host is not a name.\n');
    return allow(request, reply, getOrigins())
      .header('cache-control', 'no-cache')
      .type('application/xml; charset=utf-8')
      .send(gadgetXml(`${request.protocol}://${request.host}`));
  });
  app.get('/gadget/eyeline.js', (request, reply) =>
    allow(request, reply, getOrigins())
      .header('cross-origin-resource-policy', 'cross-origin')
      .sendFile('gadget/eyeline.js', elementsDirectory, { maxAge: 0 }),
  );
}

/** Scripts of the Finesse nodes' own origin may read it, and of no other. */
function allow(request: FastifyRequest, reply: FastifyReply, origins: readonly string[]): FastifyReply {
  reply.header('vary', 'origin');
  const { origin } = request.headers;
  return origin !== undefined && origins.includes(origin) ? reply.header('access-control-allow-origin', origin) : reply;
}
