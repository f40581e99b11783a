import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import { ApiFailure, failures } from '../rest/api-failure.ts';
import type { Simulator } from '../simulator.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import { childOf, textOf, type XmlElement, xml } from '../xml/xml-element.ts';
import { taskXml } from './task-xml.ts';

const limits = { name: 100, scriptSelector: 32, tags: 20, callVariable: 40 };

/** The Customer Collaboration Platform: where customers' tasks come in. `base` is `https://HOST[:PORT]`. */
export function createPlatformApi(simulator: Simulator, base: () => string): FastifyInstance {
  const app = fastify({ routerOptions: { ignoreTrailingSlash: true } });
  const { taskPath, estimatedWaitSeconds } = simulator.scenario.uncertain;
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(['application/xml', 'text/xml'], { parseAs: 'string' }, (_request, body, done) =>
    done(null, body),
  );
  app.addHook('onRequest', async request => {
    const error = simulator.faults.strike('http-error', { path: request.url });
    if (error) throw error.status === 503 ? failures.outOfService() : failures.byOrder(error.status);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    simulator.journal.write('request', `CCP ${request.method} ${request.url} → ${reply.statusCode}`);
    return payload;
  });
  app.setErrorHandler((error: unknown, _request, reply) => {
    const failure = error instanceof ApiFailure ? error : failures.invalid(error instanceof Error ? error.message : '');
    void reply.code(failure.status).type('application/xml').send(failure.toXml());
  });

  app.post('/ccp/task/feed/:id', (request, reply) => {
    const feed = simulator.scenario.feeds.find(({ id }) => id === paramOf(request, 'id'));
    if (!feed) throw failures.notFound(paramOf(request, 'id'));
    const command = readTask(typeof request.body === 'string' ? parseXml(request.body) : undefined);
    if (feed.scripts && !feed.scripts.includes(command.scriptSelector)) {
      throw failures.invalid('The script selector is not one of this feed.', command.scriptSelector);
    }
    const task = simulator.tasks.create({ ...command, feedId: feed.id, domainId: feed.domain });
    return reply.code(201).header('location', `${base()}${taskPath}${task.contactId}`).send();
  });
  app.get(`${taskPath}:id`, (request, reply) => {
    const task = simulator.tasks.task(paramOf(request, 'id'));
    if (!task) throw failures.notFound(paramOf(request, 'id'));
    simulator.tasks.touch(task.contactId);
    return reply.type('application/xml').send(writeXml(taskXml(task, estimatedWaitSeconds)));
  });
  app.delete(`${taskPath}:id`, (request, reply) => {
    const id = paramOf(request, 'id');
    if (!simulator.tasks.task(id)) throw failures.notFound(id);
    if (!simulator.tasks.cancel(id)) throw failures.invalidState(400, 'The task is not waiting any more.');
    return reply.code(200).send();
  });
  app.get('/ccp-webapp/ccp/feed', (request, reply) => {
    needAccount(simulator, request);
    const feeds = simulator.scenario.feeds.map(({ id, name }) =>
      xml('Feed', [
        ...[xml('changeStamp', 0), xml('name', name), xml('pushFeedURL', `${base()}/ccp/task/feed/${id}`)],
        ...[xml('refURL', `${base()}/ccp-webapp/ccp/feed/${id}`), xml('status', 1), xml('tags'), xml('type', 12)],
      ]),
    );
    return reply.type('application/xml').send(writeXml(xml('feeds', feeds)));
  });
  app.put('/ccp-webapp/ccp/task/:id/close', (request, reply) => {
    needAccount(simulator, request);
    if (!simulator.tasks.close(paramOf(request, 'id'))) throw failures.notFound(paramOf(request, 'id'));
    return reply.code(200).send();
  });
  return app;
}

function readTask(body: XmlElement | undefined) {
  if (body?.name !== 'Task') throw failures.invalid('The body is not a Task in XML.');
  const need = (name: string) => {
    const text = textOf(body, name);
    if (!text) throw failures.missing(name);
    return text;
  };
  const task = {
    name: need('name'),
    title: need('title'),
    description: need('description'),
    scriptSelector: need('scriptSelector'),
  };
  if (task.name.length > limits.name) throw failures.invalid(`The name has more than ${limits.name} characters.`);
  if (task.scriptSelector.length > limits.scriptSelector) throw failures.invalid('The script selector is too long.');
  if ((childOf(body, 'tags')?.children.length ?? 0) > limits.tags) throw failures.invalid('There are too many tags.');
  const variables = Object.fromEntries(
    (childOf(body, 'variables')?.children ?? []).map(each => [textOf(each, 'name') ?? '', textOf(each, 'value') ?? '']),
  );
  for (const [name, value] of Object.entries(variables)) {
    if (/^cv_\d+$/.test(name) && value.length > limits.callVariable)
      throw failures.invalid('A call variable is too long.', name);
  }
  return { name: task.name, title: task.title, scriptSelector: task.scriptSelector, variables };
}

function needAccount(simulator: Simulator, request: FastifyRequest): void {
  const { user, claimed } = simulator.accounts.byHeader(request.headers.authorization);
  if (!user?.administrator) throw failures.unauthorized(claimed);
}

function paramOf({ params }: FastifyRequest, name: string): string {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;
  return typeof value === 'string' ? value : '';
}
