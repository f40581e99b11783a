import { MarksElement } from '../help/marks-element.ts';
import { defineElement } from '../parts/define-element.ts';
import { CallCardElement } from './call-card-element.ts';
import { CallPreviewElement } from './call-preview-element.ts';
import { CallTileElement } from './call-tile-element.ts';
import { CallViewElement } from './call-view-element.ts';
import { VideoTileElement } from './video-tile-element.ts';

defineElement('eyeline-marks', MarksElement);
defineElement('eyeline-video-tile', VideoTileElement);
defineElement('eyeline-call-tile', CallTileElement);
defineElement('eyeline-call-preview', CallPreviewElement);
defineElement('eyeline-call-card', CallCardElement);
defineElement('eyeline-call-view', CallViewElement);
