import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import type { NodeId } from '../nodes/node-pair.ts';
import type { Simulator } from '../simulator.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { escapeHtml, gadgetFrame } from './gadget-frame.ts';
import { GadgetFault, readGadget } from './gadget-spec.ts';

const fileOf = (name: string): string => readFileSync(new URL(`browser/${name}`, import.meta.url), 'utf8');
const fetchMs = 5_000;

/** The agents' desktop of one node: its page, its scripts, and frames for gadgets. */
export function serveDesktop(app: FastifyInstance, simulator: Simulator, node: NodeId): void {
  const page = fileOf('desktop.html');
  app.get('/desktop', (_request, reply) => reply.type('text/html; charset=utf-8').send(page));
  for (const name of ['desktop.js', 'finesse.js', 'gadgets.js', 'xmpp.js']) {
    const script = fileOf(name);
    app.get(`/desktop/assets/js/${name}`, (_request, reply) =>
      reply.type('text/javascript; charset=utf-8').send(script),
    );
  }
  // Gadgets have to load it before Cisco's library, which needs it; ours does not.
  app.get('/desktop/assets/js/jquery.min.js', (_request, reply) =>
    reply.type('text/javascript; charset=utf-8').send('/* The finesse.js of this box needs no jQuery. */\n'),
  );
  /** What the page cannot know by itself: where the notifications are, and which gadget an agent of a team is shown. */
  app.get<{ Querystring: { team?: string } }>('/desktop/box.json', ({ query }) => {
    const { layouts, scenario, nodes } = simulator;
    const layout = layouts.teams.get(query.team ?? '') ?? layouts.everybodys;
    const other = nodes.address(node === 'A' ? 'B' : 'A');
    return {
      node,
      websocketPath: scenario.uncertain.websocketPaths[0] ?? '/ws/',
      gadget: findGadget(parseXml(layout)) ?? null,
      other: `https://${other.host}:${other.port}/desktop/`,
    };
  });
  app.get<{ Querystring: { url?: string } }>('/gadgets/ifr', async ({ query }, reply) => {
    const { url = '' } = query;
    const { host, port } = simulator.nodes.address(node);
    reply.type('text/html; charset=utf-8');
    try {
      const answer = await fetch(new URL(url), { signal: AbortSignal.timeout(fetchMs), redirect: 'follow' });
      if (!answer.ok) throw new GadgetFault(`Its server answered ${answer.status}.`);
      const spec = readGadget(await answer.text());
      return gadgetFrame(spec, { scheme: 'https', host, hostPort: String(port) });
    } catch (error) {
      const why = error instanceof GadgetFault ? error.message : `It cannot be fetched (${reasonOf(error)}).`;
      simulator.journal.write('node', `The gadget ${url} is not shown: ${why}`);
      return reply
        .code(502)
        .send(
          `<!DOCTYPE html><meta charset="utf-8"><p>The gadget ${escapeHtml(url)} is not shown. ${escapeHtml(why)}</p>`,
        );
    }
  });
}

function findGadget(element: XmlElement | undefined): string | undefined {
  if (!element) return undefined;
  if (element.name === 'gadget') return element.text || undefined;
  for (const child of element.children) {
    const found = findGadget(child);
    if (found !== undefined) return found;
  }
  return undefined;
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? `${error.message}: ${cause.message}` : error.message;
}
