/** What widget and desk share, as classes. Nothing is registered. */
export { CallCardElement } from './call-card-element.ts';
export { CallViewElement } from './call-view-element.ts';
export { ComposerElement } from './composer-element.ts';
export { MessageListElement } from './message-list-element.ts';
export { PermissionHelpElement } from './permission-help-element.ts';
export { VideoTileElement } from './video-tile-element.ts';
