import type { FastifyInstance } from 'fastify';
import type { HttpRooms } from '../http-rooms.ts';
import { dataOf, guestPath, hostPath, openPage } from './links.ts';

/** The addresses that people open. */
export function serveLinkPages(app: FastifyInstance, getRooms: () => HttpRooms | undefined): void {
  for (const url of ['/v/:code', '/visit/:code'])
    app.get<{ Params: { code: string } }>(url, ({ params }, reply) => openPage(getRooms(), params.code, reply));
  app.get('/gen/v1/login', ({ query }, reply) => reply.redirect(hostPath(dataOf(query)), 302));
  app.get('/gen/v1/talk', ({ query }, reply) => reply.redirect(guestPath(dataOf(query)), 302));
}
