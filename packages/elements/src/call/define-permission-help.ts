import { defineElement } from '../parts/define-element.ts';
import { PermissionHelpElement } from './permission-help-element.ts';

defineElement('eyeline-permission-help', PermissionHelpElement);
