import '../parts/define-chat.ts';
import { defineElement } from '../parts/define-element.ts';
import { ChatElement } from './chat-element.ts';

defineElement('eyeline-chat', ChatElement);
