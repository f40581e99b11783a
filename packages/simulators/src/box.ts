import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type BoxCertificate, createCertificate } from './certificate.ts';
import { type BoxAddresses, type BoxState, readBoxState } from './control/box-state.ts';
import { createControlApi } from './control/control-api.ts';
import { dismiss, letCall, playTimeline, setState } from './control/controls.ts';
import { createFloor } from './create-floor.ts';
import type { NodeId } from './nodes/node-pair.ts';
import { NodeServer } from './nodes/node-server.ts';
import { defaultScenario } from './scenario/default-scenario.ts';
import type { Fault } from './scenario/fault.ts';
import { parseScenario } from './scenario/read-scenario.ts';
import type { CallWish, Scenario, ScenarioInput, StateWish, UserWish } from './scenario/scenario.ts';
import { portOf } from './server-port.ts';
import { createPlatformApi } from './tasks/platform-api.ts';
import { createAdminApi } from './uccx/admin-api.ts';
import type { CallAction } from './voice/call.ts';
import type { VoiceOutcome } from './voice/voice-agent.ts';
import { PresenceWatch } from './xmpp/presence-watch.ts';

export interface BoxOptions {
  /** Two teams, a supervisor and a handful of agents when not given. */
  readonly scenario?: ScenarioInput;
  /** `any` (the default) takes free ports, so that many boxes run side by side; `scenario` takes those of the scenario. */
  readonly ports?: 'any' | 'scenario';
}

/** A contact centre that runs. */
export interface Box {
  readonly scenario: Scenario;
  readonly addresses: BoxAddresses;
  /** The certificate authority to trust, in PEM. */
  readonly authority: string;
  /** Finds the box's names on this machine, for clients that take such a function. */
  readonly lookup: LookupFunction;
  /** Puts a fault in force; answers its id. */
  order(fault: Fault): string;
  /** Ends a fault; whether there was one. */
  endFault(id: string): boolean;
  /** Lets a call come in; its id, or `undefined` when that agent cannot be called now. */
  call(wish?: Partial<CallWish>): string | undefined;
  /** Acts on a call: as its agent, or as the caller who hangs up; whether that could be done. */
  act(callId: string, action: CallAction | 'HANG_UP'): boolean;
  /** Makes an agent be in a state; `undefined` when there is no such agent. */
  setState(userId: string, wish: StateWish): VoiceOutcome | undefined;
  /** Gives somebody another name; whether there is such a user. */
  change(userId: string, wish: UserWish): boolean;
  /** Lets somebody go, as an administrator who deletes the account; whether there was such a user. */
  dismiss(userId: string): boolean;
  /** Cuts a user's XMPP sessions; how many there were. */
  disconnect(userId: string): number;
  state(): BoxState;
  stop(): Promise<void>;
}

/**
 * Starts a contact centre on this machine.
 * @throws {ScenarioError} when the scenario needs a correction
 */
export async function startBox({ scenario: input = defaultScenario, ports = 'any' }: BoxOptions = {}): Promise<Box> {
  const scenario = parseScenario(input);
  const { names } = scenario;
  const wanted = ports === 'any' ? { page: 0, a: 0, b: 0, uccx: 0, ccp: 0 } : scenario.ports;
  const isUccx = scenario.deployment === 'UCCX';
  const certificate = await createCertificate(Object.values(names), scenario.certificate === 'expired');
  const floor = createFloor(scenario);
  const watch = new PresenceWatch(floor);
  const nodes = {
    A: new NodeServer(floor, 'A', certificate, watch),
    B: new NodeServer(floor, 'B', certificate, watch),
  };
  const sessions = (node: NodeId) => nodes[node].door.sessions;
  const disconnect = (userId: string) => {
    const theirs = [...sessions('A'), ...sessions('B')].filter(session => session.userId === userId);
    for (const session of theirs) session.cut();
    return theirs.length;
  };

  let origin = '';
  const api = isUccx ? createAdminApi(floor, () => `${origin}/adminapi`) : createPlatformApi(floor, () => origin);
  const side = await secure(api, certificate);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    floor.timers.stop();
    await Promise.all(stops.map(each => each()));
  };
  try {
    stops.push(
      () => nodes.A.stop(),
      () => nodes.B.stop(),
      () => close(side, api),
    );
    await nodes.A.start(wanted.a, names.a);
    await nodes.B.start(wanted.b, names.b);
    await listen(side, isUccx ? wanted.uccx : wanted.ccp);
    origin = `https://${isUccx ? names.uccx : names.ccp}:${portOf(side)}`;

    const at = (node: NodeId) => `${floor.nodes.address(node).host}:${floor.nodes.address(node).port}`;
    const path = scenario.uncertain.websocketPaths[0] ?? '/ws/';
    const addresses = {
      page: '',
      finesse: [`https://${at('A')}`, `https://${at('B')}`],
      notifications: [`wss://${at('A')}${path}`, `wss://${at('B')}${path}`],
      ...(isUccx ? { uccx: origin } : { ccp: origin }),
    } satisfies BoxAddresses;
    const read = () => readBoxState(floor, addresses, sessions);
    const control = createControlApi({ floor, authority: certificate.authority, read, disconnect });
    stops.push(async () => {
      control.server.closeAllConnections();
      await control.close();
    });
    await control.listen({ port: wanted.page, host: '127.0.0.1' });
    addresses.page = `http://localhost:${portOf(control.server)}`;

    floor.open();
    playTimeline(floor);
    return {
      ...{ scenario, addresses, stop, disconnect },
      authority: certificate.authority,
      lookup: (_name, options, done) =>
        options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
      order: fault => floor.faults.order(fault),
      endFault: id => floor.faults.end(id),
      call: wish => letCall(floor, { kind: 'acd', ...wish }),
      act: (id, action) => (action === 'HANG_UP' ? floor.calls.hangUp(id) : floor.calls.act(id, action)),
      setState: (userId, wish) => setState(floor, userId, wish),
      change: (userId, wish) => floor.directory.change(userId, wish),
      dismiss: userId => dismiss(floor, userId),
      state: read,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function secure(api: FastifyInstance, { certificate, key }: BoxCertificate): Promise<Server> {
  await api.ready();
  return createServer({ cert: certificate, key, minVersion: 'TLSv1.2' }, (request, response) =>
    api.routing(request, response),
  );
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

async function close(server: Server, api: FastifyInstance): Promise<void> {
  server.close();
  server.closeAllConnections();
  await api.close();
}
