import { CallCardElement } from './call-card-element.ts';
import { CallViewElement } from './call-view-element.ts';
import { ComposerElement } from './composer-element.ts';
import { defineElement } from './define-element.ts';
import { MessageListElement } from './message-list-element.ts';
import { VideoTileElement } from './video-tile-element.ts';

defineElement('eyeline-video-tile', VideoTileElement);
defineElement('eyeline-message-list', MessageListElement);
defineElement('eyeline-composer', ComposerElement);
defineElement('eyeline-call-card', CallCardElement);
defineElement('eyeline-call-view', CallViewElement);
