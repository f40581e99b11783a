import { optional } from '../codec/optional.ts';
import { FinesseError } from '../finesse-error.ts';
import type { RoutableTask, RoutedTaskStatus } from '../media-router.ts';
import { platform } from '../sentences/platform.ts';
import { platformTaskStates } from '../words/task-routing-words.ts';
import { filledText, numberOf, type XmlElement, xmlElement } from '../xml/xml-element.ts';
import { bindingVariable } from './binding.ts';

// Limits of the Task Routing guide.
const limits = { name: 100, scriptSelector: 32, tags: 20, callVariable: 40 };

/**
 * What to write to request a task. The interaction's id goes into a call variable, by which its dialog is found again.
 * @param variable the call variable (`cv_1` … `cv_10`) or ECC variable (`user_NAME`) for the id
 * @throws {FinesseError} invalid-input when CCE would cut something off
 */
export function writePlatformTask(task: RoutableTask, variable: string): XmlElement {
  check('script selector', task.queue, limits.scriptSelector);
  if (task.tags && task.tags.length > limits.tags) {
    throw new FinesseError('invalid-input', platform.tooManyTags(limits.tags, task.tags.length));
  }
  const variables = { ...task.attributes, [bindingVariable(variable)]: task.interactionId };
  for (const [name, value] of Object.entries(variables)) {
    if (/^cv_(\d+)$/.test(name)) {
      const number = Number(name.slice(3));
      if (number < 1 || number > 10) throw new FinesseError('invalid-input', platform.noSuchVariable(name));
      check(name, value, limits.callVariable);
    }
  }
  return xmlElement('Task', [
    xmlElement('name', (task.customerName || 'Customer').slice(0, limits.name)),
    xmlElement('title', task.title || task.queue),
    xmlElement('description', task.description || task.title || task.queue),
    xmlElement('scriptSelector', task.queue),
    xmlElement('requeueOnRecovery', 'false'),
    ...(task.tags?.length
      ? [
          xmlElement(
            'tags',
            task.tags.map(tag => xmlElement('tag', tag)),
          ),
        ]
      : []),
    xmlElement(
      'variables',
      Object.entries(variables).map(([name, value]) =>
        xmlElement('variable', [xmlElement('name', name), xmlElement('value', value)]),
      ),
    ),
  ]);
}

/** Reads what the platform says of a task. A status that nobody wrote down is `unknown`. */
export function readPlatformTask(element: XmlElement): RoutedTaskStatus {
  const state = platformTaskStates.fromTheirs(filledText(element, 'status'), 'unknown');
  switch (state) {
    case 'queued': {
      const seconds = numberOf(element, 'estimatedWaitTime');
      // -1 says that CCE does not know.
      return {
        state,
        ...optional('estimatedWaitMs', seconds === undefined || seconds < 0 ? undefined : seconds * 1000),
      };
    }
    case 'offered':
    case 'handled':
      return {
        state,
        ...optional('agentId', filledText(element, 'agentID')),
        ...optional('taskDialogId', filledText(element, 'taskID')),
      };
    case 'closed':
      return { state, ...optional('reason', filledText(element, 'statusReason')) };
    case 'requested':
    case 'unknown':
      return { state };
  }
}

function check(name: string, value: string, most: number): void {
  if (value.length <= most) return;
  throw new FinesseError('invalid-input', platform.cutOff(name, most, value));
}
