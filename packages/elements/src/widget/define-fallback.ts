import { defineElement } from '../parts/define-element.ts';
import { ChosenFormElement } from './chosen-form-element.ts';
import { DeferredFormElement } from './deferred-form-element.ts';
import { FallbackElement } from './fallback-element.ts';
import { WaitingFallbackElement } from './waiting-fallback-element.ts';

defineElement('eyeline-chosen-form', ChosenFormElement);
defineElement('eyeline-deferred-form', DeferredFormElement);
defineElement('eyeline-waiting-fallback', WaitingFallbackElement);
defineElement('eyeline-fallback', FallbackElement);
