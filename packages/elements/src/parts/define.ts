import '../call/define-call.ts';
import '../call/define-call-start.ts';
import '../call/define-permission-help.ts';
import './define-chat.ts';
