import './define-call.ts';
import './define-chat.ts';
import './define-permission-help.ts';
