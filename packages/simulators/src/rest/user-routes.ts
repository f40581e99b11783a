import { reasonsXml, reasonXml } from '../directory/reason-xml.ts';
import type { ScenarioUser } from '../scenario/scenario.ts';
import { teamMemberXml, userXml } from '../voice/user-xml.ts';
import type { VoiceInput } from '../voice/voice-agent.ts';
import { textOf, xml } from '../xml/xml-element.ts';
import { failures } from './api-failure.ts';
import type { FinesseRequest } from './finesse-request.ts';
import type { Routes } from './routes.ts';

type Command = Extract<VoiceInput, { type: 'command' }>;

/** User, Users, Team and TeamResource: who is there and how they are. */
export const userRoutes: Routes = {
  'GET /User/:id': request => {
    const user = readable(request);
    return userXml(user, request.simulator.voice.agent(user.id), request.simulator.directory);
  },
  'PUT /User/:id': request => {
    const caller = request.who();
    const body = request.body('User');
    const state = textOf(body, 'state');
    if (!state) throw failures.missing('state');
    const user = request.simulator.directory.find(request.param('id'));
    const isOwn = user?.id === caller.id;
    if (!isOwn && !caller.roles.includes('Supervisor')) throw failures.otherUser(caller.id);
    if (!user) throw failures.notFound(request.param('id'));
    const given = {
      reasonCodeId: textOf(body, 'reasonCodeId') || undefined,
      extension: textOf(body, 'extension') || undefined,
    };
    const command = isOwn
      ? ownCommand(request, user, state, given)
      : supervisorCommand(request, caller, user, state, given.reasonCodeId);
    carryOut(request, user, command, isOwn ? undefined : caller);
    return 202;
  },
  'GET /Users': request => {
    request.administrator();
    const { directory, voice } = request.simulator;
    return xml(
      'Users',
      directory.everybody.map(user => userXml(user, voice.agent(user.id), directory)),
    );
  },
  'GET /Team/:id': request => {
    const caller = request.who();
    const { directory, voice } = request.simulator;
    const team = directory.team(request.param('id'));
    if (!team) throw failures.noTeam();
    if (!caller.administrator && !directory.supervises(caller, team.id)) throw failures.otherUser(caller.id);
    const withSignedOut = request.query('includeLoggedOutAgents') === 'true';
    const members = directory
      .teamMembers(team.id)
      .map(user => ({ user, agent: voice.agent(user.id) }))
      .filter(({ agent }) => withSignedOut || agent.state !== 'LOGOUT');
    return xml('Team', [
      ...[xml('uri', `/finesse/api/Team/${team.id}`), xml('id', team.id), xml('name', team.name)],
      xml(
        'users',
        members.map(({ user, agent }) => teamMemberXml(user, agent, directory)),
      ),
    ]);
  },
  'GET /Teams': request => {
    request.administrator();
    request.configuration();
    const { teams } = request.simulator.scenario;
    return xml(
      'Teams',
      teams.map(({ id, name }) =>
        xml('Team', [xml('uri', `/finesse/api/Team/${id}`), xml('id', id), xml('name', name)]),
      ),
    );
  },
  'GET /User/:id/ReasonCodes': request => {
    const user = readable(request);
    const category = request.query('category');
    if (category !== 'NOT_READY' && category !== 'LOGOUT') throw failures.missing('category');
    return reasonsXml(category, request.simulator.directory.reasonsFor(user.team, category));
  },
  'GET /User/:id/ReasonCode/:reason': request => {
    readable(request);
    const reason = request.simulator.directory.reasons.get(request.param('reason'));
    if (!reason) throw failures.notFound(request.param('reason'));
    return reasonXml(reason);
  },
  'GET /TeamResource/:id/ReasonCodes': request => {
    request.who();
    const team = request.simulator.directory.team(request.param('id'));
    if (!team) throw failures.noTeam();
    const category = request.query('category');
    if (category !== 'NOT_READY' && category !== 'LOGOUT' && category !== 'ALL') throw failures.missing('category');
    return reasonsXml(category, request.simulator.directory.reasonsFor(team.id, category));
  },
  'POST /User/:id/ClientLog': request => {
    const caller = request.who();
    if (caller.id !== request.simulator.directory.find(request.param('id'))?.id) throw failures.otherUser(caller.id);
    if (textOf(request.body('ClientLog'), 'logData') === undefined) throw failures.missing('logData');
    request.simulator.journal.write('request', `${caller.id} left lines in the client log`);
    return 202;
  },
};

/** An agent reads only themself, an administrator anybody. @throws {ApiFailure} 401, 404 */
function readable(request: FinesseRequest): ScenarioUser {
  const caller = request.who();
  const user = request.simulator.directory.find(request.param('id'));
  if (user?.id !== caller.id && !caller.administrator) throw failures.otherUser(caller.id);
  if (!user) throw failures.notFound(request.param('id'));
  return user;
}

function ownCommand(
  request: FinesseRequest,
  user: ScenarioUser,
  state: string,
  given: { reasonCodeId: string | undefined; extension: string | undefined },
): Command {
  const { directory } = request.simulator;
  const common = { type: 'command', by: 'self' } as const;
  if (state === 'LOGIN') {
    if (given.extension === undefined) throw failures.missing('extension');
    return { ...common, command: state, extension: given.extension };
  }
  if (state === 'READY') {
    if (given.reasonCodeId !== undefined) throw failures.reasonNotAllowed();
    return { ...common, command: state };
  }
  if (state !== 'NOT_READY' && state !== 'LOGOUT')
    throw failures.invalid('The state is not one that can be asked for.', state);
  if (given.reasonCodeId === undefined) {
    const isRequired = request.simulator.scenario.uncertain.reasonsAreRequired;
    if (isRequired && directory.reasonsFor(user.team, state).length > 0) throw failures.missing('reasonCodeId');
    return { ...common, command: state };
  }
  const isKnown = directory.reasonsFor(user.team, state).some(({ id }) => id === given.reasonCodeId);
  if (!isKnown) throw failures.invalid('The reason code is not one of this user.', given.reasonCodeId);
  return { ...common, command: state, reasonCodeId: given.reasonCodeId };
}

function supervisorCommand(
  request: FinesseRequest,
  caller: ScenarioUser,
  user: ScenarioUser,
  state: string,
  reasonCodeId: string | undefined,
): Command {
  const { directory, voice, scenario } = request.simulator;
  if (!directory.supervises(caller, user.team)) throw failures.notSupervisor(caller.id);
  if (state === 'LOGIN') throw failures.otherUser(caller.id);
  if (state !== 'READY' && state !== 'NOT_READY' && state !== 'LOGOUT') {
    throw failures.invalid('The state is not one that can be asked for.', state);
  }
  if (reasonCodeId !== undefined) throw failures.reasonNotAllowed();
  const now = voice.agent(user.id).state;
  if (state === 'NOT_READY' && !['READY', 'WORK', 'WORK_READY'].includes(now)) {
    throw failures.invalidState(scenario.uncertain.supervisorInvalidState, now);
  }
  return { type: 'command', by: 'supervisor', command: state };
}

/** After the 202: the change itself, and a call that comes in between when that was ordered. */
function carryOut(request: FinesseRequest, user: ScenarioUser, command: Command, by: ScenarioUser | undefined): void {
  const { faults, calls, timers, voice, scenario } = request.simulator;
  const cause = request.cause(by);
  timers.after(scenario.timings.changeMs, () => {
    const isReady = voice.agent(user.id).state === 'READY';
    if (command.command === 'NOT_READY' && isReady && faults.strike('conflicting-call', { user: user.id })) {
      calls.arrive({ kind: 'acd', user: user.id });
    }
    voice.input(user, command, cause);
  });
}
