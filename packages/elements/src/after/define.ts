import './define-mail.ts';
import { defineElement } from '../parts/define-element.ts';
import { AfterElement } from './after-element.ts';
import { SurveyElement } from './survey-element.ts';

defineElement('eyeline-survey', SurveyElement);
defineElement('eyeline-after', AfterElement);
