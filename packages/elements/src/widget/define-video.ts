import '../call/define-call.ts';
import { defineElement } from '../parts/define-element.ts';
import './define-fallback.ts';
import { VideoWaitingElement } from './video-waiting-element.ts';

defineElement('eyeline-video-waiting', VideoWaitingElement);
