/** The customer's side, as classes. Nothing is registered. */
export { AfterElement } from '../after/after-element.ts';
export { SurveyElement } from '../after/survey-element.ts';
export { TranscriptMailElement } from '../after/transcript-mail-element.ts';
export { ChatElement } from './chat-element.ts';
export { ChatPanelElement } from './chat-panel-element.ts';
export { ChosenFormElement } from './chosen-form-element.ts';
export { DeferredFormElement } from './deferred-form-element.ts';
export { FallbackElement } from './fallback-element.ts';
export { PreChatFormElement } from './pre-chat-form-element.ts';
export { VideoWaitingElement } from './video-waiting-element.ts';
export { WaitingFallbackElement } from './waiting-fallback-element.ts';
export { WidgetElement, type WidgetSession } from './widget-element.ts';
