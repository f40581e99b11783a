import '../parts/define.ts';
import { defineElement } from '../parts/define-element.ts';
import { CallBarElement } from './call-bar-element.ts';
import { CustomerPanelElement } from './customer-panel-element.ts';
import { DeskConversationElement } from './desk-conversation-element.ts';
import { GadgetElement } from './gadget-element.ts';
import { OfferCardElement } from './offer-card-element.ts';
import { SignInElement } from './sign-in-element.ts';
import { StateBarElement } from './state-bar-element.ts';
import { StateSwitchElement } from './state-switch-element.ts';
import { TaskItemElement } from './task-item-element.ts';
import { WrapUpElement } from './wrap-up-element.ts';

defineElement('eyeline-sign-in', SignInElement);
defineElement('eyeline-state-switch', StateSwitchElement);
defineElement('eyeline-state-bar', StateBarElement);
defineElement('eyeline-offer-card', OfferCardElement);
defineElement('eyeline-task-item', TaskItemElement);
defineElement('eyeline-call-bar', CallBarElement);
defineElement('eyeline-customer-panel', CustomerPanelElement);
defineElement('eyeline-wrap-up', WrapUpElement);
defineElement('eyeline-desk-conversation', DeskConversationElement);
defineElement('eyeline-gadget', GadgetElement);

export { GadgetElement };
