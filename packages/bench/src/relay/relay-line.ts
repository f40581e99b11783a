import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION, type Reply, SOCKET_PATH } from '@eyeline/protocol';
import { io, type Socket } from 'socket.io-client';

/** A conversation of one page, as the load generator drives it. */
export interface RelayLine {
  /** Resolves when the message is acknowledged. */
  say(text: string): Promise<void>;
  close(): void;
}

const quiet = { transports: ['websocket'], forceNew: true, reconnection: false };

async function connected(socket: Socket): Promise<Socket> {
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

export async function openBareLine(url: string): Promise<RelayLine> {
  const socket = await connected(io(url, quiet));
  const to: string = await socket.emitWithAck('open');
  return {
    say: async text => void (await socket.emitWithAck('say', { to, text })),
    close: () => void socket.disconnect(),
  };
}

/** A customer who has the conversation open, and hears what is in it. */
export async function openEyelineLine(url: string): Promise<RelayLine> {
  const socket = await connected(io(url, { ...quiet, path: SOCKET_PATH, auth: { version: PROTOCOL_VERSION } }));
  const ask = async <T>(name: string, input: object): Promise<T> => {
    const reply: Reply<T> = await socket.emitWithAck(name, { commandId: randomUUID(), ...input });
    if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code}`);
    return reply.value;
  };
  const form = { name: 'Zoe', question: 'Is it in stock?' };
  const { interactionId } = await ask<{ interactionId: string }>('interaction.open', { entryPointId: 'support', form });
  await ask('interaction.catch-up', { interactionId, afterSeq: 0 });
  return {
    say: async text => void (await ask('message.send', { interactionId, text })),
    close: () => void socket.disconnect(),
  };
}
