import { callXml } from '../calls/call-xml.ts';
import type { ScenarioUser } from '../scenario/scenario.ts';
import { taskDialogXml } from '../tasks/task-xml.ts';
import type { CallAction } from '../voice/call.ts';
import { textOf, xml } from '../xml/xml-element.ts';
import { failures } from './api-failure.ts';
import type { FinesseRequest } from './finesse-request.ts';
import { actOnTask } from './media-routes.ts';
import type { Routes } from './routes.ts';

const callActions: readonly string[] = ['ANSWER', 'HOLD', 'RETRIEVE', 'DROP'] satisfies CallAction[];

/** Phone calls. Consulting, conferences and transfers are not simulated. */
export const dialogRoutes: Routes = {
  'GET /User/:id/Dialogs': request => {
    const user = ownOrAdministrator(request);
    return xml(
      'Dialogs',
      request.simulator.calls.callsOf(user).map(call => callXml(call)),
    );
  },
  'POST /User/:id/Dialogs': request => {
    const caller = request.who();
    if (request.simulator.directory.find(request.param('id'))?.id !== caller.id) throw failures.otherUser(caller.id);
    const body = request.body('Dialog');
    const to = textOf(body, 'toAddress');
    if (!textOf(body, 'fromAddress')) throw failures.missing('fromAddress');
    if (!to) throw failures.missing('toAddress');
    if (textOf(body, 'requestedAction') !== 'MAKE_CALL') throw failures.invalid('The action is not MAKE_CALL.');
    const cause = request.cause();
    request.simulator.timers.after(request.simulator.scenario.timings.changeMs, () =>
      request.simulator.calls.make(caller, to, cause),
    );
    return 202;
  },
  'GET /Dialog/:id': request => {
    request.who();
    const { calls, tasks } = request.simulator;
    const call = calls.call(request.param('id'));
    if (call) return callXml(call);
    const task = tasks.byDialog(request.param('id'));
    if (!task) throw failures.notFound(request.param('id'));
    return taskDialogXml(task);
  },
  'PUT /Dialog/:id': request => {
    const caller = request.who();
    const body = request.body('Dialog');
    const action = textOf(body, 'requestedAction');
    if (!action) throw failures.missing('requestedAction');
    const id = request.param('id');
    const task = request.simulator.tasks.byDialog(id);
    if (task) return actOnTask(request, caller, task, action, textOf(body, 'target'));
    if (!request.simulator.calls.call(id)) throw failures.notFound(id);
    return actOnCall(request, caller, id, action, textOf(body, 'targetMediaAddress'));
  },
};

function actOnCall(
  request: FinesseRequest,
  caller: ScenarioUser,
  id: string,
  action: string,
  target: string | undefined,
) {
  const { calls, voice, timers, scenario } = request.simulator;
  if (!target) throw failures.missing('targetMediaAddress');
  if (!isCallAction(action)) throw failures.invalid('The action is not one that is simulated.', action);
  if (voice.agent(caller.id).extension !== target) throw failures.otherUser(caller.id);
  const cause = request.cause();
  timers.after(scenario.timings.changeMs, () => {
    if (!calls.act(id, action, target, cause)) calls.refuse(caller, cause);
  });
  return 202;
}

function isCallAction(action: string): action is CallAction {
  return callActions.includes(action);
}

function ownOrAdministrator(request: FinesseRequest): ScenarioUser {
  const caller = request.who();
  const user = request.simulator.directory.find(request.param('id'));
  if (user?.id !== caller.id && !caller.administrator) throw failures.otherUser(caller.id);
  if (!user) throw failures.notFound(request.param('id'));
  return user;
}
