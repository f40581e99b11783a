import { ComposerElement } from './composer-element.ts';
import { defineElement } from './define-element.ts';
import { MessageListElement } from './message-list-element.ts';

defineElement('eyeline-message-list', MessageListElement);
defineElement('eyeline-composer', ComposerElement);
