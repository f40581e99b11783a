import { defineElement } from '../parts/define-element.ts';
import { AnswerFormElement } from './answer-form-element.ts';
import { CarouselElement } from './carousel-element.ts';
import { MessageContentElement } from './message-content-element.ts';

defineElement('eyeline-answer-form', AnswerFormElement);
defineElement('eyeline-carousel', CarouselElement);
defineElement('eyeline-message-content', MessageContentElement);
