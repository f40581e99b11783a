import './define-call.ts';
import './define-chat.ts';
