import { connect } from 'node:net';
import type { ScannerConfig } from '../../settings/files/files-config.ts';

/** A reply is one short line; what is longer is none. */
const longestReply = 1000;
const pieceBytes = 64 * 1024;

/**
 * Asks ClamAV, or what speaks as it does, over TCP (clamd(8), INSTREAM): whether the file may pass. Rejects where nobody answered,
 * not in time, or with something else than a verdict: then nobody knows.
 */
export function isClean(content: Uint8Array, { host, port, timeoutMs }: ScannerConfig): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port });
    let reply = '';
    const timer = setTimeout(() => socket.destroy(new Error('no verdict in time')), timeoutMs);
    socket.setEncoding('utf8');
    socket.on('connect', () => {
      socket.write('zINSTREAM\0');
      for (let from = 0; from < content.length; from += pieceBytes) {
        const piece = content.subarray(from, from + pieceBytes);
        socket.write(lengthOf(piece.length));
        socket.write(piece);
      }
      socket.write(lengthOf(0));
    });
    socket.on('data', (text: string) => {
      reply += text;
      if (reply.includes('\0') || reply.length > longestReply) socket.destroy();
    });
    socket.on('error', reject);
    socket.on('close', () => {
      clearTimeout(timer);
      const verdict = reply.split('\0')[0]?.trim() ?? '';
      if (verdict.endsWith(': OK')) resolve(true);
      else if (verdict.endsWith(' FOUND')) resolve(false);
      else reject(new Error(`no verdict: ${verdict.slice(0, 200)}`));
    });
  });
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
