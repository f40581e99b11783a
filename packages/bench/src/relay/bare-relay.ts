import { createServer } from 'node:http';
import { Server } from 'socket.io';

// The same exchange with nothing around it: a room of its own for each conversation, a number for each message, an answer.
// Nothing is parsed, stored or limited. Says its port to its parent.

const http = createServer((_, response) => response.end());
const io = new Server(http, { transports: ['websocket'], serveClient: false, perMessageDeflate: false });
const seqs = new Map<string, number>();
io.on('connection', socket => {
  socket.on('open', (answer: (id: string) => void) => {
    seqs.set(socket.id, 0);
    answer(socket.id);
  });
  socket.on('say', ({ to, text }: { to: string; text: string }, answer: (seq: number) => void) => {
    const seq = (seqs.get(to) ?? 0) + 1;
    seqs.set(to, seq);
    io.to(to).emit('said', { seq, text });
    answer(seq);
  });
});
http.listen(0, '127.0.0.1', () => {
  const address = http.address();
  if (typeof address === 'object' && address) process.send?.(address.port);
});
