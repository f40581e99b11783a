/** The customer's side, as classes. Nothing is registered. */
export { ChatElement } from './chat-element.ts';
export { ChatPanelElement } from './chat-panel-element.ts';
export { InsteadElement } from './instead-element.ts';
export { LaterFormElement } from './later-form-element.ts';
export { PreChatFormElement } from './pre-chat-form-element.ts';
export { WaitingLadderElement } from './waiting-ladder-element.ts';
export { WidgetElement, type WidgetSession } from './widget-element.ts';
