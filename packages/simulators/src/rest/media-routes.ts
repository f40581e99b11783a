import type { Scenario, ScenarioUser } from '../scenario/scenario.ts';
import type { MediaCommand } from '../tasks/media-agent.ts';
import { isTaskAction, type Task } from '../tasks/task.ts';
import { mediaXml, taskDialogXml } from '../tasks/task-xml.ts';
import { textOf, type XmlElement, xml } from '../xml/xml-element.ts';
import { failures } from './api-failure.ts';
import type { FinesseRequest } from './finesse-request.ts';
import type { Routes } from './routes.ts';

/** Media routing domains and task dialogs. Only UCCE has them. */
export const mediaRoutes: Routes = {
  'GET /MediaDomain': request => {
    request.who();
    const { domains } = onUcce(request).scenario;
    return xml(
      'MediaDomains',
      domains.map(({ id, name }) =>
        xml('MediaDomain', [xml('uri', `/finesse/api/MediaDomain/${id}`), xml('id', id), xml('name', name)]),
      ),
    );
  },
  'GET /User/:id/Media': request => {
    const user = own(request);
    const { tasks, scenario } = onUcce(request);
    const list = scenario.domains.map(domain => {
      const { agent, state } = tasks.media(user.id, domain);
      return mediaXml(user.id, domain, agent, state);
    });
    return xml('MediaList', list);
  },
  'GET /User/:id/Media/:mrd': request => {
    const user = own(request);
    const domain = domainOf(request);
    const { agent, state } = request.simulator.tasks.media(user.id, domain);
    return mediaXml(user.id, domain, agent, state);
  },
  'PUT /User/:id/Media/:mrd': request => {
    const user = own(request);
    const domain = domainOf(request);
    const command = readCommand(request.body('Media'));
    const cause = request.cause();
    const { timers, tasks, scenario } = request.simulator;
    timers.after(scenario.timings.changeMs, () => tasks.command(user, domain, command, cause));
    return 202;
  },
  'GET /User/:id/Dialogs/Media': request => {
    const user = own(request);
    return xml(
      'Dialogs',
      onUcce(request)
        .tasks.tasksOf(user.id)
        .map(task => taskDialogXml(task)),
    );
  },
};

/** Acts on a task as its agent. @throws {ApiFailure} 400, 401 */
export function actOnTask(
  request: FinesseRequest,
  caller: ScenarioUser,
  task: Task,
  action: string,
  target?: string,
): number {
  if (!isTaskAction(action)) throw failures.invalid('The action is not one of a task.', action);
  if (task.dialog?.agentId !== caller.id) throw failures.otherUser(caller.id);
  if (action === 'TRANSFER' && !target) throw failures.missing('target');
  const { timers, tasks, scenario } = request.simulator;
  const dialogId = task.dialog.id;
  const cause = request.cause();
  timers.after(scenario.timings.changeMs, () => tasks.act(caller, dialogId, action, cause, target));
  return 202;
}

function readCommand(body: XmlElement): MediaCommand {
  const routable = textOf(body, 'routable');
  const state = textOf(body, 'state');
  if (routable !== undefined && state === undefined) return { routable: routable === 'true' };
  switch (state) {
    case 'LOGIN': {
      const limit = Number(textOf(body, 'maxDialogLimit') ?? 1);
      if (!Number.isInteger(limit) || limit < 1) throw failures.invalid('maxDialogLimit is not a number.');
      return {
        state,
        maxDialogLimit: limit,
        interruptAction: textOf(body, 'interruptAction') === 'IGNORE' ? 'IGNORE' : 'ACCEPT',
        dialogLogoutAction: textOf(body, 'dialogLogoutAction') === 'TRANSFER' ? 'TRANSFER' : 'CLOSE',
      };
    }
    case 'READY':
      return { state };
    case 'NOT_READY':
    case 'LOGOUT': {
      const reasonCodeId = textOf(body, 'reasonCodeId');
      return { state, ...(reasonCodeId ? { reasonCodeId } : {}) };
    }
    case undefined:
      throw failures.missing('state');
    default:
      throw failures.invalid('The state is not one that can be asked for.', state);
  }
}

function onUcce(request: FinesseRequest): FinesseRequest['simulator'] {
  if (request.simulator.scenario.deployment === 'UCCX') throw failures.notFound('Media');
  return request.simulator;
}

function domainOf(request: FinesseRequest): Scenario['domains'][number] {
  const domain = onUcce(request).scenario.domains.find(({ id }) => id === request.param('mrd'));
  if (!domain) throw failures.notFound(request.param('mrd'));
  return domain;
}

function own(request: FinesseRequest): ScenarioUser {
  const caller = request.who();
  if (request.simulator.directory.find(request.param('id'))?.id !== caller.id) throw failures.otherUser(caller.id);
  return caller;
}
