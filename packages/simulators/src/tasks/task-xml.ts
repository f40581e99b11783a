import type { Scenario } from '../scenario/scenario.ts';
import { type XmlElement, xml } from '../xml/xml-element.ts';
import type { MediaAgent, MediaState } from './media-agent.ts';
import { type Task, taskActions } from './task.ts';

/** A task as the customer's side asks for it. */
export function taskXml({ status, statusReason, dialog }: Task, estimatedWaitSeconds: number): XmlElement {
  const isAtAgent = status === 'RESERVED' || status === 'HANDLED';
  return xml('Task', [
    status === 'QUEUED' ? xml('estimatedWaitTime', estimatedWaitSeconds) : undefined,
    xml('status', status),
    xml('statusReason', statusReason),
    isAtAgent && dialog ? xml('taskID', dialog.id) : undefined,
    isAtAgent && dialog ? xml('agentID', dialog.agentId) : undefined,
  ]);
}

/** A task as an agent's Finesse has it. */
export function taskDialogXml(task: Task, name: 'Dialog' | 'dialog' = 'Dialog'): XmlElement {
  const { dialog, variables } = task;
  const calls = Object.entries(variables).flatMap(([key, value]) => {
    const number = /^cv_(\d+)$/.exec(key)?.[1];
    const ecc = /^user_(.+)$/.exec(key)?.[1];
    const named = number !== undefined ? `callVariable${number}` : ecc === undefined ? undefined : `user.${ecc}`;
    return named === undefined ? [] : [xml('CallVariable', [xml('name', named), xml('value', value)])];
  });
  return xml(name, [
    xml('id', dialog?.id ?? ''),
    xml('mediaType', 'Task'),
    xml('fromAddress', task.name),
    xml('toAddress', task.scriptSelector),
    xml('mediaProperties', [
      xml('mediaId', task.domainId),
      xml('dialedNumber', task.scriptSelector),
      xml('queueName', task.scriptSelector),
      xml('callvariables', calls),
    ]),
    xml('participants', [
      xml('Participant', [
        xml(
          'actions',
          taskActions(dialog?.state ?? 'CLOSED').map(action => xml('action', action)),
        ),
        xml('mediaAddress', dialog?.agentId ?? ''),
        xml('state', dialog?.state ?? 'CLOSED'),
      ]),
    ]),
    xml('state', dialog?.state ?? 'CLOSED'),
    xml('uri', `/finesse/api/Dialog/${dialog?.id ?? ''}`),
  ]);
}

/** An agent's domain. */
export function mediaXml(
  userId: string,
  domain: Scenario['domains'][number],
  agent: MediaAgent,
  state: MediaState,
  name: 'Media' | 'media' = 'Media',
): XmlElement {
  return xml(name, [
    xml('uri', `/finesse/api/User/${userId}/Media/${domain.id}`),
    xml('id', domain.id),
    xml('name', domain.name),
    xml('description', domain.name),
    xml('interruptible', domain.interruptible),
    xml('maxDialogLimit', agent.maxDialogLimit),
    xml('interruptAction', agent.interruptAction),
    xml('dialogLogoutAction', agent.dialogLogoutAction),
    xml('routable', agent.isRoutable),
    xml('state', state),
    xml('stateChangeTime', agent.changedAt === 0 ? '' : new Date(agent.changedAt).toISOString()),
    agent.reasonCodeId === undefined ? undefined : xml('reasonCodeId', agent.reasonCodeId),
  ]);
}
