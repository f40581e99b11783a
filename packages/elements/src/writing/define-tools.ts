import { defineElement } from '../parts/define-element.ts';
import { ComposerToolsElement } from './composer-tools-element.ts';

defineElement('eyeline-composer-tools', ComposerToolsElement);
