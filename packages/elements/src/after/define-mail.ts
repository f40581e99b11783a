import { defineElement } from '../parts/define-element.ts';
import { TranscriptMailElement } from './transcript-mail-element.ts';

defineElement('eyeline-transcript-mail', TranscriptMailElement);
