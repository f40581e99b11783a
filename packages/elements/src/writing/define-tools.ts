import { defineElement } from '../parts/define-element.ts';
import { ComposerToolsElement } from './composer-tools-element.ts';
import { FileOffersElement } from './file-offers-element.ts';

defineElement('eyeline-file-offers', FileOffersElement);
defineElement('eyeline-composer-tools', ComposerToolsElement);
