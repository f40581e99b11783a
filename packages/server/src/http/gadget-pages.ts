import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { apiSentences } from '../settings/sentences/api.ts';
import { gadgetXml } from './gadget-xml.ts';
import { publicOrigin } from './public-origin.ts';

/** What the configuration says of it. */
export interface GadgetSite {
  /** Pages that may read it: those of the Finesse nodes. */
  readonly origins: readonly string[];
  /** Where pages reach this server. */
  readonly publicUrl: string | undefined;
  /** From where cards in conversations may have pictures. */
  readonly pictureHosts?: readonly string[];
}

/** The gadget of Cisco's desktop: its XML, which names this server as Finesse reached it, and its script. */
export function serveGadget(app: FastifyInstance, elementsDirectory: string, getSite: () => GadgetSite): void {
  app.get('/gadget/eyeline.xml', (request, reply) => {
    const { origins, publicUrl } = getSite();
    const origin = publicOrigin(request, publicUrl);
    if (origin === null) return reply.code(400).type('text/plain; charset=utf-8').send(apiSentences.gadgetHasNoAddress);
    return allow(request, reply, origins)
      .header('cache-control', 'no-cache')
      .type('application/xml; charset=utf-8')
      .send(gadgetXml(origin));
  });
  app.get('/gadget/eyeline.js', (request, reply) =>
    allow(request, reply, getSite().origins)
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
