import { once } from 'node:events';
import { createServer, type Server } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type BoxCertificate, createCertificate } from './certificate.ts';
import { type BoxAddresses, type BoxState, readBoxState } from './control/box-state.ts';
import { createControlApi } from './control/control-api.ts';
import { dismiss, letCall, playTimeline, setState } from './control/controls.ts';
import { createSimulator } from './create-simulator.ts';
import type { NodeId } from './nodes/node-pair.ts';
import { NodeServer } from './nodes/node-server.ts';
import { defaultScenario } from './scenario/default-scenario.ts';
import type { Fault } from './scenario/fault.ts';
import { parseScenario } from './scenario/read-scenario.ts';
import type { Scenario, ScenarioInput, ScriptedCall, ScriptedState, ScriptedUser } from './scenario/scenario.ts';
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
  call(command?: Partial<ScriptedCall>): string | undefined;
  /** Acts on a call: as its agent, or as the caller who hangs up; whether that could be done. */
  act(callId: string, action: CallAction | 'HANG_UP'): boolean;
  /** Makes an agent be in a state; `undefined` when there is no such agent. */
  setState(userId: string, command: ScriptedState): VoiceOutcome | undefined;
  /** Gives somebody another name; whether there is such a user. */
  change(userId: string, command: ScriptedUser): boolean;
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
  const simulator = createSimulator(scenario);
  const watch = new PresenceWatch(simulator);
  const nodes = {
    A: new NodeServer(simulator, 'A', certificate, watch),
    B: new NodeServer(simulator, 'B', certificate, watch),
  };
  const sessions = (node: NodeId) => nodes[node].listener.sessions;
  const disconnect = (userId: string) => {
    const theirs = [...sessions('A'), ...sessions('B')].filter(session => session.userId === userId);
    for (const session of theirs) session.cut();
    return theirs.length;
  };

  let origin = '';
  const api = isUccx
    ? createAdminApi(simulator, () => `${origin}/adminapi`)
    : createPlatformApi(simulator, () => origin);
  const side = await secure(api, certificate);
  const stops: (() => Promise<void>)[] = [];
  const stop = async () => {
    simulator.timers.stop();
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

    const at = (node: NodeId) => `${simulator.nodes.address(node).host}:${simulator.nodes.address(node).port}`;
    const path = scenario.uncertain.websocketPaths[0] ?? '/ws/';
    const addresses = {
      page: '',
      finesse: [`https://${at('A')}`, `https://${at('B')}`],
      notifications: [`wss://${at('A')}${path}`, `wss://${at('B')}${path}`],
      ...(isUccx ? { uccx: origin } : { ccp: origin }),
    } satisfies BoxAddresses;
    const read = () => readBoxState(simulator, addresses, sessions);
    const control = createControlApi({ simulator, authority: certificate.authority, read, disconnect });
    stops.push(async () => {
      control.server.closeAllConnections();
      await control.close();
    });
    await control.listen({ port: wanted.page, host: '127.0.0.1' });
    addresses.page = `http://localhost:${portOf(control.server)}`;

    simulator.open();
    playTimeline(simulator);
    return {
      ...{ scenario, addresses, stop, disconnect },
      authority: certificate.authority,
      lookup: (_name, options, done) =>
        options.all ? done(null, [{ address: '127.0.0.1', family: 4 }]) : done(null, '127.0.0.1', 4),
      order: fault => simulator.faults.order(fault),
      endFault: id => simulator.faults.end(id),
      call: command => letCall(simulator, { kind: 'acd', ...command }),
      act: (id, action) => (action === 'HANG_UP' ? simulator.calls.hangUp(id) : simulator.calls.act(id, action)),
      setState: (userId, command) => setState(simulator, userId, command),
      change: (userId, command) => simulator.directory.change(userId, command),
      dismiss: userId => dismiss(simulator, userId),
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
