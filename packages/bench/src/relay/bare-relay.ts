import { createServer } from 'node:http';
import { Server } from 'socket.io';

// The same exchange with nothing around it: a room for each conversation, a number for each message, an answer. The same bytes
// come in and go out, to the same pages. Nothing is parsed, stored or limited. Says its port to its parent.

interface Message {
  readonly commandId: string;
  readonly interactionId: string;
  readonly text: string;
}

type Answer = (reply: { ok: true; value: object }) => void;

const http = createServer((_, response) => response.end());
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
const seqs = new Map<string, number>();
io.on('connection', socket => {
  socket.on('join', ({ interactionId }: Message, answer: Answer) => {
    void socket.join(interactionId);
    answer({ ok: true, value: {} });
  });
  socket.on('message.send', ({ commandId, interactionId, text }: Message, answer: Answer) => {
    const [seq, at] = [(seqs.get(interactionId) ?? 0) + 1, Date.now()];
    seqs.set(interactionId, seq);
    const message = { type: 'message.sent', participantId: interactionId, messageId: commandId, text };
    io.to(interactionId).emit('message.sent', { ...message, interactionId, seq, at });
    answer({ ok: true, value: { seq, at } });
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (typeof address === 'object' && address) process.send?.(address.port);
});
