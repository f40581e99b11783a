/** What widget and desk share, and the doctor, as classes. Nothing is registered. */

export { DoctorElement } from '../doctor/doctor-element.ts';
export { CallCardElement } from './call-card-element.ts';
export { CallViewElement } from './call-view-element.ts';
export { ComposerElement } from './composer-element.ts';
export { MessageListElement } from './message-list-element.ts';
export { VideoTileElement } from './video-tile-element.ts';
