import { SOCKET_PATH } from '@eyeline/protocol';
import { type Finding, failed, success } from './finding.ts';

/** Opens a socket as a session does, as far as the server's first word (Engine.IO 4: `0` and what it offers). */
export function checkSignalling(server: string, signal: AbortSignal): Promise<Finding> {
  const address = new URL(`${SOCKET_PATH}/?EIO=4&transport=websocket`, server.replace(/^http/, 'ws'));
  const startedAt = performance.now();
  const socket = new WebSocket(address);
  const finding = new Promise<Finding>(resolve => {
    signal.addEventListener('abort', () => resolve(failed('socket-blocked')), { once: true });
    socket.addEventListener('close', () => resolve(failed('socket-blocked')));
    socket.addEventListener('message', ({ data }) => {
      const isGreeting = typeof data === 'string' && data.startsWith('0{');
      resolve(isGreeting ? success({ openMs: Math.round(performance.now() - startedAt) }) : failed('socket-blocked'));
    });
  });
  return finding.finally(() => socket.close());
}
