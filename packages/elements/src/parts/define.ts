import '../call/define-call.ts';
import '../call/define-call-start.ts';
import './define-chat.ts';
