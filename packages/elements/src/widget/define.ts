import { defineElement } from '../parts/define-element.ts';
import { ChatPanelElement } from './chat-panel-element.ts';
import { PreChatFormElement } from './pre-chat-form-element.ts';
import { WidgetElement } from './widget-element.ts';

export type { CommandErrorCode } from '../commands/command-error.ts';
export type { CommandName, Commands, Eyeline, FormInput, PageCommands, StartedDetail } from '../commands/commands.ts';
export type { WidgetEventName, WidgetEvents } from '../commands/widget-events.ts';
export type { InviteDetail } from '../proactive/proactive.ts';
export type { CallEndedDetail, ErrorDetail, MessageDetail, UnreadDetail, VisitDetail } from './page-events.ts';
export { WidgetElement, type WidgetSession } from './widget-element.ts';

defineElement('eyeline-pre-chat-form', PreChatFormElement);
defineElement('eyeline-chat-panel', ChatPanelElement);
defineElement('eyeline-widget', WidgetElement);
