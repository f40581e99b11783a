import {
  type DialogAction,
  type DialogState,
  dialogActions,
  dialogStates,
  type TaskAction,
  type TaskDialogState,
  taskActions,
  taskDialogStates,
} from '../words/finesse-words.ts';
import { childOf, childrenOf, filledText, type XmlElement, xmlElement } from '../xml/xml-element.ts';
import { optional } from './optional.ts';

interface DialogBase {
  readonly id: string;
  readonly fromAddress: string;
  readonly toAddress: string;
  /** Call variables and ECC variables by the names that Finesse gives them. */
  readonly variables: ReadonlyMap<string, string>;
}

/** A phone call. */
export interface VoiceDialog extends DialogBase {
  readonly medium: 'voice';
  readonly state: DialogState;
  /** The address of each participant and what it does. */
  readonly participants: readonly { readonly address: string; readonly state: DialogState }[];
}

/** A task of UCCE's Task Routing; its id has underscores (`151635_312_1`). */
export interface TaskDialog extends DialogBase {
  readonly medium: 'task';
  readonly state: TaskDialogState;
}

export type FinesseDialog = VoiceDialog | TaskDialog;

/** Reads a `<Dialog>` or `<dialog>`. */
export function readDialog(element: XmlElement | undefined): FinesseDialog | undefined {
  const id = filledText(element, 'id') ?? filledText(element, 'uri')?.split('/').at(-1);
  if (!element || !id) return undefined;
  const base: DialogBase = {
    id,
    fromAddress: filledText(element, 'fromAddress') ?? '',
    toAddress: filledText(element, 'toAddress') ?? '',
    variables: readVariables(childOf(element, 'mediaProperties')),
  };
  const state = filledText(element, 'state');
  const isVoice = (filledText(element, 'mediaType') ?? (id.includes('_') ? '' : 'Voice')).toLowerCase() === 'voice';
  if (!isVoice) return { ...base, medium: 'task', state: taskDialogStates.fromTheirs(state, 'unknown') };
  const participants = childrenOf(childOf(element, 'participants'), 'Participant').map(participant => ({
    address: filledText(participant, 'mediaAddress') ?? '',
    state: dialogStates.fromTheirs(filledText(participant, 'state'), 'unknown'),
  }));
  return { ...base, medium: 'voice', state: dialogStates.fromTheirs(state, 'unknown'), participants };
}

/** Reads a `<Dialogs>` or `<dialogs>` list. */
export function readDialogs(element: XmlElement | undefined): readonly FinesseDialog[] {
  return childrenOf(element, 'Dialog').flatMap(child => readDialog(child) ?? []);
}

/** The tasks in a `<Dialogs>`. */
export const readTasks = (element: XmlElement | undefined): readonly TaskDialog[] =>
  readDialogs(element).flatMap(dialog => (dialog.medium === 'task' ? [dialog] : []));

/** What to write to act on a call, or to make one. */
export function writeDialogCommand(
  command: DialogAction,
  addresses: { targetMediaAddress?: string; fromAddress?: string; toAddress?: string },
): XmlElement {
  const { targetMediaAddress, fromAddress, toAddress } = addresses;
  return xmlElement('Dialog', [
    ...elements(optional('targetMediaAddress', targetMediaAddress)),
    xmlElement('requestedAction', dialogActions.toTheirs(command)),
    ...elements({ ...optional('fromAddress', fromAddress), ...optional('toAddress', toAddress) }),
  ]);
}

/** What to write to act on a task; a transfer names the script that takes it. */
export function writeTaskCommand(command: TaskAction, target?: string): XmlElement {
  return xmlElement('Dialog', [
    xmlElement('requestedAction', taskActions.toTheirs(command)),
    ...(target === undefined ? [] : [xmlElement('target', target)]),
  ]);
}

function elements(texts: Readonly<Record<string, string | undefined>>): XmlElement[] {
  return Object.entries(texts).map(([name, text]) => xmlElement(name, text ?? ''));
}

function readVariables(properties: XmlElement | undefined): ReadonlyMap<string, string> {
  const list = childrenOf(childOf(properties, 'callvariables'), 'CallVariable');
  return new Map(list.map(entry => [filledText(entry, 'name') ?? '', filledText(entry, 'value') ?? '']));
}
