import { defineElement } from './define-element.ts';
import { SharedFileElement } from './shared-file-element.ts';

defineElement('eyeline-shared-file', SharedFileElement);
