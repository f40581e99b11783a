import { reasonsXml, reasonXml } from '../directory/reason-xml.ts';
import type { ScenarioUser } from '../scenario/scenario.ts';
import { teamMemberXml, userXml } from '../voice/user-xml.ts';
import type { VoiceInput } from '../voice/voice-agent.ts';
import { textOf, xml } from '../xml/xml-element.ts';
import { failures } from './api-failure.ts';
import type { FinesseRequest } from './finesse-request.ts';
import type { Routes } from './routes.ts';

type Wish = Extract<VoiceInput, { type: 'wish' }>;

/** User, Users, Team and TeamResource: who is there and how they are. */
export const userRoutes: Routes = {
  'GET /User/:id': request => {
    const user = readable(request);
    return userXml(user, request.floor.voice.agent(user.id), request.floor.directory);
  },
  'PUT /User/:id': request => {
    const caller = request.who();
    const body = request.body('User');
    const state = textOf(body, 'state');
    if (!state) throw failures.missing('state');
    const user = request.floor.directory.find(request.param('id'));
    const isOwn = user?.id === caller.id;
    if (!isOwn && !caller.roles.includes('Supervisor')) throw failures.otherUser(caller.id);
    if (!user) throw failures.notFound(request.param('id'));
    const given = {
      reasonCodeId: textOf(body, 'reasonCodeId') || undefined,
      extension: textOf(body, 'extension') || undefined,
    };
    const wish = isOwn
      ? ownWish(request, user, state, given)
      : supervisorWish(request, caller, user, state, given.reasonCodeId);
    carryOut(request, user, wish, isOwn ? undefined : caller);
    return 202;
  },
  'GET /Users': request => {
    request.administrator();
    const { directory, voice } = request.floor;
    return xml(
      'Users',
      directory.everybody.map(user => userXml(user, voice.agent(user.id), directory)),
    );
  },
  'GET /Team/:id': request => {
    const caller = request.who();
    const { directory, voice } = request.floor;
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
    const { teams } = request.floor.scenario;
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
    return reasonsXml(category, request.floor.directory.reasonsFor(user.team, category));
  },
  'GET /User/:id/ReasonCode/:reason': request => {
    readable(request);
    const reason = request.floor.directory.reasons.get(request.param('reason'));
    if (!reason) throw failures.notFound(request.param('reason'));
    return reasonXml(reason);
  },
  'GET /TeamResource/:id/ReasonCodes': request => {
    request.who();
    const team = request.floor.directory.team(request.param('id'));
    if (!team) throw failures.noTeam();
    const category = request.query('category');
    if (category !== 'NOT_READY' && category !== 'LOGOUT' && category !== 'ALL') throw failures.missing('category');
    return reasonsXml(category, request.floor.directory.reasonsFor(team.id, category));
  },
  'POST /User/:id/ClientLog': request => {
    const caller = request.who();
    if (caller.id !== request.floor.directory.find(request.param('id'))?.id) throw failures.otherUser(caller.id);
    if (textOf(request.body('ClientLog'), 'logData') === undefined) throw failures.missing('logData');
    request.floor.journal.write('request', `${caller.id} left lines in the client log`);
    return 202;
  },
};

/** An agent reads only themself, an administrator anybody. @throws {ApiFailure} 401, 404 */
function readable(request: FinesseRequest): ScenarioUser {
  const caller = request.who();
  const user = request.floor.directory.find(request.param('id'));
  if (user?.id !== caller.id && !caller.administrator) throw failures.otherUser(caller.id);
  if (!user) throw failures.notFound(request.param('id'));
  return user;
}

function ownWish(
  request: FinesseRequest,
  user: ScenarioUser,
  state: string,
  given: { reasonCodeId: string | undefined; extension: string | undefined },
): Wish {
  const { directory } = request.floor;
  const common = { type: 'wish', by: 'self' } as const;
  if (state === 'LOGIN') {
    if (given.extension === undefined) throw failures.missing('extension');
    return { ...common, wish: state, extension: given.extension };
  }
  if (state === 'READY') {
    if (given.reasonCodeId !== undefined) throw failures.reasonNotAllowed();
    return { ...common, wish: state };
  }
  if (state !== 'NOT_READY' && state !== 'LOGOUT')
    throw failures.invalid('The state is not one that can be asked for.', state);
  if (given.reasonCodeId === undefined) {
    const isRequired = request.floor.scenario.uncertain.reasonsAreRequired;
    if (isRequired && directory.reasonsFor(user.team, state).length > 0) throw failures.missing('reasonCodeId');
    return { ...common, wish: state };
  }
  const isKnown = directory.reasonsFor(user.team, state).some(({ id }) => id === given.reasonCodeId);
  if (!isKnown) throw failures.invalid('The reason code is not one of this user.', given.reasonCodeId);
  return { ...common, wish: state, reasonCodeId: given.reasonCodeId };
}

function supervisorWish(
  request: FinesseRequest,
  caller: ScenarioUser,
  user: ScenarioUser,
  state: string,
  reasonCodeId: string | undefined,
): Wish {
  const { directory, voice, scenario } = request.floor;
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
  return { type: 'wish', by: 'supervisor', wish: state };
}

/** After the 202: the change itself, and a call that comes in between when that was ordered. */
function carryOut(request: FinesseRequest, user: ScenarioUser, wish: Wish, by: ScenarioUser | undefined): void {
  const { faults, calls, timers, voice, scenario } = request.floor;
  const cause = request.cause(by);
  timers.after(scenario.timings.changeMs, () => {
    const isReady = voice.agent(user.id).state === 'READY';
    if (wish.wish === 'NOT_READY' && isReady && faults.strike('conflicting-call', { user: user.id })) {
      calls.arrive({ kind: 'acd', user: user.id });
    }
    voice.input(user, wish, cause);
  });
}
