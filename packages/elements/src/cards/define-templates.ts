import { defineElement } from '../parts/define-element.ts';
import './define-cards.ts';
import { TemplatePickerElement } from './template-picker-element.ts';

defineElement('eyeline-template-picker', TemplatePickerElement);
