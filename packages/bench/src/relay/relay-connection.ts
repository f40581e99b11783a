import { randomUUID } from 'node:crypto';
import { PROTOCOL_VERSION, type Reply, SOCKET_PATH } from '@eyeline/protocol';
import { WireSocket } from './wire-socket.ts';

/** A conversation of two pages, of which one writes and both hear, as the load generator drives it. */
export interface RelayConnection {
  /** Resolves when the message is acknowledged. */
  send(text: string): Promise<void>;
  close(): void;
}

async function ask<T>(socket: WireSocket, name: string, input: object): Promise<T> {
  const reply = (await socket.ask(name, input)) as Reply<T>;
  if (!reply.ok) throw new Error(`${name} was refused: ${reply.error.code}`);
  return reply.value;
}

const connectionOf = (writer: WireSocket, listener: WireSocket, interactionId: string): RelayConnection => ({
  send: async text => void (await ask(writer, 'message.send', { commandId: randomUUID(), interactionId, text })),
  close: () => {
    writer.close();
    listener.close();
  },
});

export async function openBareConnection(url: string): Promise<RelayConnection> {
  const open = () => WireSocket.open(url, '/socket.io', {});
  const [writer, listener] = await Promise.all([open(), open()]);
  const interactionId = randomUUID();
  for (const page of [writer, listener]) await ask(page, 'join', { interactionId });
  return connectionOf(writer, listener, interactionId);
}

/** Two pages of a customer's visit: to the server the other one is as good as an agent's. */
export async function openEyelineConnection(url: string): Promise<RelayConnection> {
  const open = () => WireSocket.open(url, SOCKET_PATH, { version: PROTOCOL_VERSION });
  const [writer, listener] = await Promise.all([open(), open()]);
  const form = { name: 'Zoe', question: 'Is it in stock?' };
  const { interactionId, token } = await ask<{ interactionId: string; token: string }>(writer, 'interaction.open', {
    commandId: randomUUID(),
    entryPointId: 'support',
    form,
  });
  await ask(listener, 'customer.resume', { token });
  for (const page of [writer, listener]) await ask(page, 'interaction.catch-up', { interactionId, afterSeq: 0 });
  return connectionOf(writer, listener, interactionId);
}
