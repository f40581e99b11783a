import { defineElement } from '../parts/define-element.ts';
import { CallStartElement } from './call-start-element.ts';

defineElement('eyeline-call-start', CallStartElement);
