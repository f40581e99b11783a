import '../call/define-call.ts';
import './define-chat.ts';
