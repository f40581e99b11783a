import { defineElement } from '../parts/define-element.ts';
import { InsteadElement } from './instead-element.ts';
import { LaterFormElement } from './later-form-element.ts';
import { WaitingLadderElement } from './waiting-ladder-element.ts';

defineElement('eyeline-later-form', LaterFormElement);
defineElement('eyeline-waiting-ladder', WaitingLadderElement);
defineElement('eyeline-instead', InsteadElement);
