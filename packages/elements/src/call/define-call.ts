import { CallCardElement } from './call-card-element.ts';
import { CallViewElement } from './call-view-element.ts';
import { defineElement } from '../parts/define-element.ts';
import { VideoTileElement } from './video-tile-element.ts';

defineElement('eyeline-video-tile', VideoTileElement);
defineElement('eyeline-call-card', CallCardElement);
defineElement('eyeline-call-view', CallViewElement);
