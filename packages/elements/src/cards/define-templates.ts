import { defineElement } from '../parts/define-element.ts';
import { TemplatePickerElement } from './template-picker-element.ts';

defineElement('eyeline-template-picker', TemplatePickerElement);
