import {
  type InterruptAction,
  interruptActions,
  type MediaState,
  mediaStates,
  type SignOutAction,
  signOutActions,
} from '../words/finesse-words.ts';
import {
  booleanOf,
  childrenOf,
  filledText,
  instantOf,
  numberOf,
  type XmlElement,
  xmlElement,
} from '../xml/xml-element.ts';
import { optional } from './optional.ts';
import { readReasonCodeId } from './reason-code.ts';

/** An agent in one media routing domain. UCCE only: a UCCX has none. */
export interface FinesseMedia {
  readonly id: string;
  readonly name: string;
  readonly state: MediaState;
  /** Whether CCE gives this agent new tasks of the domain. */
  readonly isRoutable: boolean;
  readonly isInterruptible: boolean;
  readonly maxDialogs?: number;
  readonly stateChangedAt?: number;
  readonly reasonCodeId?: string;
}

/** What may be asked of an agent's domain. */
export type MediaCommand =
  | {
      readonly command: 'sign-in';
      readonly maxDialogs: number;
      readonly onInterrupt: InterruptAction;
      readonly onSignOut: SignOutAction;
    }
  | { readonly command: 'sign-out' | 'ready' }
  | { readonly command: 'not-ready'; readonly reasonCodeId?: string }
  | { readonly command: 'routable' | 'not-routable' };

/** Reads a `<Media>`. */
export function readMedia(element: XmlElement | undefined): FinesseMedia | undefined {
  const id = filledText(element, 'id') ?? filledText(element, 'uri')?.split('/').at(-1);
  if (!id) return undefined;
  return {
    id,
    name: filledText(element, 'name') ?? '',
    state: mediaStates.fromTheirs(filledText(element, 'state'), 'unknown'),
    isRoutable: booleanOf(element, 'routable') ?? true,
    isInterruptible: booleanOf(element, 'interruptible') ?? false,
    ...optional('maxDialogs', numberOf(element, 'maxDialogLimit')),
    ...optional('stateChangedAt', instantOf(element, 'stateChangeTime')),
    ...optional('reasonCodeId', readReasonCodeId(filledText(element, 'reasonCodeId'))),
  };
}

/** Reads a `<MediaList>`. */
export function readMediaList(element: XmlElement): readonly FinesseMedia[] {
  return childrenOf(element, 'Media').flatMap(child => readMedia(child) ?? []);
}

/** What to write to change an agent's domain. */
export function writeMediaCommand(command: MediaCommand): XmlElement {
  return xmlElement('Media', contentOf(command));
}

function contentOf(command: MediaCommand): XmlElement[] {
  switch (command.command) {
    case 'sign-in':
      return [
        xmlElement('state', 'LOGIN'),
        xmlElement('maxDialogLimit', String(command.maxDialogs)),
        xmlElement('interruptAction', interruptActions.toTheirs(command.onInterrupt)),
        xmlElement('dialogLogoutAction', signOutActions.toTheirs(command.onSignOut)),
      ];
    case 'routable':
    case 'not-routable':
      return [xmlElement('routable', String(command.command === 'routable'))];
    case 'not-ready':
      return [
        xmlElement('state', mediaStates.toTheirs('not-ready')),
        ...(command.reasonCodeId === undefined ? [] : [xmlElement('reasonCodeId', command.reasonCodeId)]),
      ];
    case 'ready':
      return [xmlElement('state', mediaStates.toTheirs('ready'))];
    case 'sign-out':
      return [xmlElement('state', mediaStates.toTheirs('logged-out'))];
  }
}
