import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { connect as connectTcp, isIPv6, type Socket } from 'node:net';
import { connect as connectTls, TLSSocket } from 'node:tls';
import { certificateErrorOf } from './certificate-code.ts';
import type { IceAddress } from './ice-url.ts';
import { decodeStun, type StunMessage, stunLength } from './stun-message.ts';

/** One way to a STUN or TURN server, by which one request after the other is answered. */
export interface StunTransport {
  /** Why browsers would not believe its certificate; null where they do, and where there is none. */
  readonly certificateError: string | null;
  /** Rejects when `signal` ends it, or the way is cut. */
  request(bytes: Buffer): Promise<StunMessage>;
  close(): void;
}

/** As often as it takes until something answers: datagrams get lost (RFC 8489, section 6.2.1). */
const firstPauseMs = 500;

/** `address`: what the name of the server stands for. */
export const openStun = (to: IceAddress, address: string, signal: AbortSignal): Promise<StunTransport> =>
  to.transport === 'udp' ? openUdp(to, address, signal) : openStream(to, address, signal);

async function openUdp({ port }: IceAddress, address: string, signal: AbortSignal): Promise<StunTransport> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4');
  socket.connect(port, address);
  await once(socket, 'connect', { signal });
  return {
    certificateError: null,
    request: bytes =>
      new Promise((resolve, reject) => {
        let pauseMs = firstPauseMs;
        let again: NodeJS.Timeout | undefined;
        const send = () => {
          socket.send(bytes);
          again = setTimeout(send, pauseMs);
          pauseMs *= 2;
        };
        const settle = (act: () => void) => {
          clearTimeout(again);
          // What still comes is of no interest, and an error that nobody hears would end the program.
          socket.removeAllListeners().on('error', () => undefined);
          act();
        };
        socket.on('message', message => {
          const answer = decodeStun(message);
          if (answer && isAnswer(answer, bytes)) settle(() => resolve(answer));
        });
        // A machine that is there and has nothing at this port says so.
        socket.on('error', error => settle(() => reject(error)));
        signal.addEventListener('abort', () => settle(() => reject(signal.reason)), { once: true });
        send();
      }),
    close: () => socket.close(),
  };
}

async function openStream({ host, port, transport }: IceAddress, address: string, signal: AbortSignal) {
  const name = isIPv6(host) || /^[\d.]+$/.test(host) ? {} : { servername: host };
  const socket =
    transport === 'tls'
      ? connectTls({ host: address, port, rejectUnauthorized: false, ...name })
      : connectTcp({ host: address, port });
  await once(socket, transport === 'tls' ? 'secureConnect' : 'connect', { signal }).catch(error => {
    socket.destroy();
    throw error;
  });
  return {
    certificateError: socket instanceof TLSSocket ? certificateErrorOf(socket) : null,
    request: (bytes: Buffer) => answerOn(socket, bytes, signal),
    close: () => void socket.destroy(),
  };
}

function answerOn(socket: Socket, bytes: Buffer, signal: AbortSignal): Promise<StunMessage> {
  let received = Buffer.alloc(0);
  return new Promise<StunMessage>((resolve, reject) => {
    socket.on('data', (chunk: Buffer) => {
      received = Buffer.concat([received, chunk]);
      for (
        let length = stunLength(received);
        length !== null && received.length >= length;
        length = stunLength(received)
      ) {
        const answer = decodeStun(received.subarray(0, length));
        received = received.subarray(length);
        if (answer && isAnswer(answer, bytes)) resolve(answer);
      }
      // Whoever speaks otherwise is no STUN server.
      if (received.length >= 20 && stunLength(received) === null) reject(new Error('no STUN'));
    });
    socket.on('error', reject);
    socket.on('close', () => reject(new Error('closed')));
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    socket.write(bytes);
  }).finally(() => socket.removeAllListeners().on('error', () => undefined));
}

const isAnswer = ({ transactionId }: StunMessage, request: Buffer): boolean =>
  transactionId.equals(request.subarray(8, 20));
