import { defineElement } from '../parts/define-element.ts';
import { ArrivalElement } from './arrival-element.ts';

export { speakArrivalLanguage } from '../languages/arrival.ts';
export { ArrivalElement, type ArrivedDetail, type InvitedDetail } from './arrival-element.ts';

defineElement('eyeline-arrival', ArrivalElement);
