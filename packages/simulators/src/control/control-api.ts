import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import fastify, { type FastifyInstance, type FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { Fault } from '../scenario/fault.ts';
import { ScriptedCall, ScriptedState, ScriptedUser } from '../scenario/scenario.ts';
import type { Simulator } from '../simulator.ts';
import type { BoxState } from './box-state.ts';
import { dismiss, letCall, setState } from './controls.ts';
import { isLocal } from './local-request.ts';

const CallAction = v.strictObject({ action: v.picklist(['ANSWER', 'HOLD', 'RETRIEVE', 'DROP', 'HANG_UP']) });
const Callers = v.strictObject({ perMinute: v.pipe(v.number(), v.minValue(0), v.maxValue(60_000)) });
const refreshMs = 150;

interface Parts {
  readonly simulator: Simulator;
  readonly authority: string;
  readonly read: () => BoxState;
  readonly disconnect: (userId: string) => number;
}

/** How a box is steered and watched over HTTP, and its page. For this machine only: it has no accounts. */
export function createControlApi({ simulator, authority, read, disconnect }: Parts): FastifyInstance {
  const app = fastify();
  const page = readFileSync(new URL('../page/page.html', import.meta.url), 'utf8');
  const policy = contentPolicy(page);
  app.addHook('onRequest', async (request, reply) => {
    if (!isLocal(request.headers.host, request.headers.origin)) {
      await reply
        .code(403)
        .send({ code: 'not-local', message: 'The box is steered from its own machine: use localhost.' });
    }
  });
  app.get('/', (_request, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', policy).send(page),
  );
  app.get('/box/ca.pem', (_request, reply) => reply.type('application/x-pem-file').send(authority));
  app.get('/box/state', () => ({ ...read(), journal: simulator.journal.entries }));
  app.get('/box/events', (request, reply) => {
    reply.hijack();
    stream(simulator, read, reply.raw);
    request.raw.on('close', () => reply.raw.end());
  });

  app.get('/box/faults', () => read().faults);
  app.post('/box/faults', (request, reply) => {
    const fault = parse(Fault, request.body);
    return reply.code(201).send({ id: simulator.faults.order(fault) });
  });
  app.delete('/box/faults/:id', (request, reply) => {
    if (!simulator.faults.end(paramOf(request, 'id')))
      throw new ControlFailure(404, 'There is no such fault: it may have ended.');
    return reply.code(204).send();
  });
  app.post('/box/calls', (request, reply) => {
    const id = letCall(simulator, parse(ScriptedCall, request.body ?? {}));
    if (id === undefined) throw new ControlFailure(409, 'This agent cannot be called now: see the state.');
    return reply.code(201).send({ id });
  });
  app.post('/box/calls/:id', request => {
    const { action } = parse(CallAction, request.body);
    const id = paramOf(request, 'id');
    const isDone = action === 'HANG_UP' ? simulator.calls.hangUp(id) : simulator.calls.act(id, action);
    if (!isDone) throw new ControlFailure(409, 'That cannot be done with this call now: see the state.');
    return { id };
  });
  app.post('/box/callers', request => {
    simulator.callers.call(parse(Callers, request.body).perMinute);
    return { perMinute: simulator.callers.perMinute };
  });
  app.post('/box/users/:id/state', request => {
    const outcome = setState(simulator, paramOf(request, 'id'), parse(ScriptedState, request.body));
    if (!outcome) throw noUser();
    if (outcome.type === 'refused')
      throw new ControlFailure(409, `${outcome.refusal.type}: ${outcome.refusal.message}`);
    return { state: outcome.agent.state, pendingState: outcome.agent.pending?.state ?? '' };
  });
  app.post('/box/users/:id', request => {
    const id = paramOf(request, 'id');
    if (!simulator.directory.change(id, parse(ScriptedUser, request.body))) throw noUser();
    return { id };
  });
  app.delete('/box/users/:id', (request, reply) => {
    const id = paramOf(request, 'id');
    if (!dismiss(simulator, id)) throw noUser();
    disconnect(id);
    return reply.code(204).send();
  });
  app.post('/box/users/:id/disconnect', request => ({ sessions: disconnect(paramOf(request, 'id')) }));
  app.post('/box/users/:id/unlock', request => {
    simulator.accounts.unlock(paramOf(request, 'id'));
    return {};
  });
  app.setErrorHandler((error: unknown, _request, reply) => {
    const known = error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number';
    const message = error instanceof Error ? error.message : String(error);
    void reply.code(known ? Number(error.statusCode) : 500).send({ code: 'refused', message });
  });
  return app;
}

class ControlFailure extends Error {
  override readonly name = 'ControlFailure';
  readonly statusCode: number;

  constructor(statusCode: number, message: string) {
    super(message);
    this.statusCode = statusCode;
  }
}

function noUser(): ControlFailure {
  return new ControlFailure(404, 'There is no such user: see the state.');
}

function parse<T extends v.GenericSchema>(schema: T, input: unknown): v.InferOutput<T> {
  const result = v.safeParse(schema, input);
  if (result.success) return result.output;
  const problems = result.issues.map(issue => `${v.getDotPath(issue) ?? 'body'}: ${issue.message}`);
  throw new ControlFailure(400, `Correct the body: ${problems.join('; ')}.`);
}

/** Server-sent events: the state whenever something happened, at most every 150 ms, and every entry of the journal. */
function stream(simulator: Simulator, read: () => BoxState, response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
  const notify = (event: string, data: unknown) => response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  let cancel: (() => void) | undefined;
  notify('journal', simulator.journal.entries.slice(-60));
  notify('state', read());
  const stop = simulator.journal.listen(entry => {
    notify('journal', [entry]);
    cancel ??= simulator.timers.after(refreshMs, () => {
      cancel = undefined;
      notify('state', read());
    });
  });
  response.on('close', () => {
    stop();
    cancel?.();
  });
}

function contentPolicy(page: string): string {
  const hash = (tag: string) => {
    const text = new RegExp(`<${tag}[^>]*>([\\s\\S]*?)</${tag}>`).exec(page)?.[1] ?? '';
    return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  };
  return `default-src 'none'; connect-src 'self'; img-src data:; script-src ${hash('script')}; style-src ${hash('style')}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;
}

function paramOf({ params }: FastifyRequest, name: string): string {
  const value: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;
  return typeof value === 'string' ? value : '';
}
