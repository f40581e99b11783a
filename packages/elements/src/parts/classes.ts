/** What widget and desk share, the doctor and who comes by a link, as classes. Nothing is registered. */

export { ArrivalElement } from '../arrival/arrival-element.ts';
export { CallCardElement } from '../call/call-card-element.ts';
export { CallPreviewElement } from '../call/call-preview-element.ts';
export { CallStartElement } from '../call/call-start-element.ts';
export { CallTileElement } from '../call/call-tile-element.ts';
export { CallViewElement } from '../call/call-view-element.ts';
export { PermissionHelpElement } from '../call/permission-help-element.ts';
export { VideoTileElement } from '../call/video-tile-element.ts';
export { AnswerFormElement } from '../cards/answer-form-element.ts';
export { CarouselElement } from '../cards/carousel-element.ts';
export { MessageContentElement } from '../cards/message-content-element.ts';
export { TemplatePickerElement } from '../cards/template-picker-element.ts';
export { DoctorElement } from '../doctor/doctor-element.ts';
export { MarksElement } from '../help/marks-element.ts';
export { ReachMenuElement } from '../reach/reach-menu-element.ts';
export { ComposerToolsElement } from '../writing/composer-tools-element.ts';
export { EmojiPickerElement } from '../writing/emoji-picker-element.ts';
export { FileOffersElement } from '../writing/file-offers-element.ts';
export { ComposerElement } from './composer-element.ts';
export { MessageListElement } from './message-list-element.ts';
export { SharedFileElement } from './shared-file-element.ts';
