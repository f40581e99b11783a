import { defineElement } from '../parts/define-element.ts';
import { EmojiPickerElement } from './emoji-picker-element.ts';

defineElement('eyeline-emoji-picker', EmojiPickerElement);
