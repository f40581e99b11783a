/** The agent's side, as classes. Nothing is registered. */
export { AskColleagueElement } from './ask-colleague-element.ts';
export { ConsultComposerElement } from './consult-composer-element.ts';
export { ConsultPanelElement } from './consult-panel-element.ts';
export { ConsultedElement } from './consulted-element.ts';
export { CustomerPanelElement } from './customer-panel-element.ts';
export { DeferredTaskElement } from './deferred-task-element.ts';
export { DeskCheckElement } from './desk-check-element.ts';
export { DeskConversationElement } from './desk-conversation-element.ts';
export { GadgetElement, type GadgetSession } from './gadget-element.ts';
export { InviteElement } from './invite-element.ts';
export { OfferCardElement } from './offer-card-element.ts';
export { PullListElement } from './pull-list-element.ts';
export { SignInElement } from './sign-in-element.ts';
export { StateBarElement } from './state-bar-element.ts';
export { StateSwitchElement } from './state-switch-element.ts';
export { TaskItemElement } from './task-item-element.ts';
export { TransferElement } from './transfer-element.ts';
export { WrapUpElement } from './wrap-up-element.ts';
