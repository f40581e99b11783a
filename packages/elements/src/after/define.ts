import { defineElement } from '../parts/define-element.ts';
import { AfterElement } from './after-element.ts';
import { SurveyElement } from './survey-element.ts';
import { TranscriptMailElement } from './transcript-mail-element.ts';

defineElement('eyeline-survey', SurveyElement);
defineElement('eyeline-transcript-mail', TranscriptMailElement);
defineElement('eyeline-after', AfterElement);
