import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import type { ScenarioUser } from '../scenario/scenario.ts';
import type { Simulator } from '../simulator.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import { childOf, textOf, type XmlElement, xml } from '../xml/xml-element.ts';
import { AdminFailure } from './admin-failure.ts';
import { checkLinks } from './check-links.ts';
import { followUser } from './follow-user.ts';
import { initialObjects } from './initial-objects.ts';
import { fromJson, toJson } from './json-tree.ts';
import { type Kind, kinds, orderOf } from './kinds.ts';
import { checkSchema } from './schema.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** UCCX's administration API: whole objects, as XML or JSON. `base` is `https://HOST[:PORT]/adminapi`. */
export function createAdminApi(simulator: Simulator, base: () => string): FastifyInstance {
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  let objects: Map<string, XmlElement> | undefined;
  const all = () => {
    objects ??= initialObjects({ ...simulator.scenario, users: simulator.directory.everybody }, base());
    return objects;
  };
  simulator.directory.onChange(userId => followUser(all(), userId, simulator.directory.users.get(userId)));
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(
    ['application/xml', 'text/xml', 'application/json'],
    { parseAs: 'string' },
    (_request, body, done) => done(null, body),
  );
  app.addHook('onRequest', async request => {
    const error = simulator.faults.strike('http-error', { path: request.url });
    if (error) throw new AdminFailure(error.status, 'ServerError', 'By order of a fault.');
  });
  app.addHook('onSend', async (request, reply, payload) => {
    const slow = simulator.faults.strike('slow-answer', { path: request.url });
    if (slow) await new Promise<void>(resolve => simulator.timers.after(slow.ms, resolve));
    simulator.journal.write('request', `UCCX ${request.method} ${request.url} → ${reply.statusCode}`);
    return payload;
  });
  app.setErrorHandler((error: unknown, request, reply) =>
    send(request, reply, asFailure(error).status, asFailure(error).toElement()),
  );
  app.setNotFoundHandler(request => {
    throw new AdminFailure(404, 'NotFound', 'There is no such object.', request.url);
  });

  for (const [path, kind] of Object.entries(kinds)) {
    const find = (request: FastifyRequest): XmlElement => {
      const object = all().get(`${path}/${idOf(request)}`);
      if (!object)
        throw new AdminFailure(404, 'NotFound', 'The object is not found.', `/adminapi/${path}/${idOf(request)}`);
      return object;
    };
    const read = (request: FastifyRequest): XmlElement => {
      const { element, isXml } = readBody(request, path);
      checkSchema(element, kind.schema, isXml);
      checkLinks(element, link => all().has(link));
      return element;
    };
    app.route({
      method: ['GET', 'POST', 'PUT', 'DELETE'],
      url: `/adminapi/${path}`,
      handler: (request, reply) => {
        const user = enter(simulator, request);
        if (request.method === 'GET') {
          const list = [...all()].filter(([key]) => key.startsWith(`${path}/`)).map(([, object]) => object);
          return send(
            request,
            reply,
            200,
            xml(
              kind.list,
              list.filter(object => maySee(simulator, user, path, object)),
            ),
          );
        }
        if (request.method !== 'POST' || kind.isFixed) throw notAllowed(request);
        needAdministrator(user);
        const element = read(request);
        const object = withIdentity(element, path, kind, nextId(all(), path), base());
        refuseSameName(all(), path, kind, object);
        all().set(`${path}/${textOf(object, kind.id)}`, object);
        const url = textOf(object, 'self') ?? '';
        void reply.header('location', url);
        return send(request, reply, 201, xml('refURL', url));
      },
    });
    app.route({
      method: ['GET', 'PUT', 'POST', 'DELETE'],
      url: `/adminapi/${path}/:id`,
      handler: (request, reply) => {
        const user = enter(simulator, request);
        if (request.method === 'POST' || (request.method === 'DELETE' && kind.isFixed)) throw notAllowed(request);
        const before = find(request);
        if (!maySee(simulator, user, path, before)) throw forbidden();
        if (request.method === 'GET') return send(request, reply, 200, before);
        if (path !== 'resource') needAdministrator(user);
        if (request.method === 'DELETE') {
          all().delete(`${path}/${idOf(request)}`);
          return reply.code(200).send();
        }
        const element = read(request);
        const id = textOf(element, kind.id);
        if (id !== undefined && id !== idOf(request)) {
          throw new AdminFailure(400, 'InvalidInput', `The ${kind.id} in the body is not that of the address.`, id);
        }
        const object = withIdentity(element, path, kind, idOf(request), base());
        refuseSameName(all(), path, kind, object);
        all().set(`${path}/${idOf(request)}`, object);
        return reply.code(200).send();
      },
    });
  }
  return app;
}

function enter(simulator: Simulator, request: FastifyRequest): ScenarioUser {
  const { user } = simulator.accounts.byHeader(request.headers.authorization);
  if (!user) throw new AdminFailure(401, 'Unauthorized', 'The user is not authorized.');
  if (!user.administrator && !user.roles.includes('Supervisor')) throw forbidden();
  return user;
}

/** A supervisor sees the own teams' agents, and nothing of others. */
function maySee(simulator: Simulator, user: ScenarioUser, path: string, object: XmlElement): boolean {
  if (user.administrator || path !== 'resource') return true;
  const team = simulator.directory.users.get(textOf(object, 'userID') ?? '')?.team;
  return simulator.directory.supervises(user, team);
}

function needAdministrator(user: ScenarioUser): void {
  if (!user.administrator) throw forbidden();
}

function forbidden(): AdminFailure {
  return new AdminFailure(403, 'Forbidden', 'The user may not do this.');
}

function notAllowed({ method, url }: FastifyRequest): AdminFailure {
  return new AdminFailure(405, 'MethodNotAllowed', `${method} is not taken here.`, url);
}

function readBody(request: FastifyRequest, path: string): { readonly element: XmlElement; readonly isXml: boolean } {
  const text = typeof request.body === 'string' ? request.body : '';
  const isXml = !(request.headers['content-type'] ?? '').includes('json');
  const element = isXml ? parseXml(text) : parseJson(path, text);
  // Cisco's own example of a PUT has a capital letter.
  if (element?.name.toLowerCase() !== path.toLowerCase()) {
    throw new AdminFailure(400, 'InvalidInput', `The body is not a ${path}.`);
  }
  return { element: { ...element, name: path }, isXml };
}

function parseJson(name: string, text: string): XmlElement | undefined {
  try {
    return fromJson(name, JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The object in the order of its schema, with its own address and id. */
function withIdentity(element: XmlElement, path: string, kind: Kind, id: string, base: string): XmlElement {
  const identity: Record<string, XmlElement> = {
    self: xml('self', `${base}/${path}/${encodeURIComponent(id)}`),
    [kind.id]: xml(kind.id, id),
  };
  const children = orderOf(kind).map(name => identity[name] ?? childOf(element, name));
  return xml(path, children);
}

function nextId(objects: ReadonlyMap<string, XmlElement>, path: string): string {
  const ids = [...objects.keys()].filter(key => key.startsWith(`${path}/`)).map(key => Number(key.split('/')[1]));
  return String(Math.max(0, ...ids.filter(Number.isFinite)) + 1);
}

function refuseSameName(objects: ReadonlyMap<string, XmlElement>, path: string, kind: Kind, object: XmlElement): void {
  const [id, name] = [textOf(object, kind.id), textOf(object, kind.name)];
  for (const [key, other] of objects) {
    if (key.startsWith(`${path}/`) && textOf(other, kind.id) !== id && textOf(other, kind.name) === name) {
      throw new AdminFailure(409, 'Conflict', `There is a ${path} of this name already.`, name);
    }
  }
}

function idOf(request: FastifyRequest): string {
  const { params } = request;
  return typeof params === 'object' && params !== null && 'id' in params ? String(params.id) : '';
}

function send(request: FastifyRequest, reply: FastifyReply, status: number, element: XmlElement): FastifyReply {
  const wantsJson = (request.headers.accept ?? '').includes('json');
  void reply.code(status).type(wantsJson ? 'application/json' : 'application/xml');
  if (!wantsJson) return reply.send(declaration + writeXml(element));
  const json =
    element.name === 'apiErrors' ? { apiError: element.children.map(child => toJson(child, false)) } : toJson(element);
  return reply.send(JSON.stringify(element.name === 'refURL' ? { refURL: element.text } : json));
}

function asFailure(error: unknown): AdminFailure {
  if (error instanceof AdminFailure) return error;
  const status =
    error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 500;
  const type = status === 415 ? 'UnsupportedMediaType' : status < 500 ? 'InvalidInput' : 'ServerError';
  return new AdminFailure(status, type, error instanceof Error ? error.message : String(error));
}
