import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive, Ticket } from './ticket.js';

/**
 * Does `work` while no other process does work under the same lock. It ends with its process, however that ends.
 * @template T
 * @param {string} path where there is room for the lock; nothing else has that name
 * @param {() => Promise<T>} work
 * @param {() => void} [onWait] called once when another process holds the lock
 * @returns {Promise<T>}
 */
export async function withLock(path, work, onWait = () => {}) {
  const release = await (process.platform === 'win32' ? takePipe : takeTicket)(path, onWait);
  try {
    return await work();
  } finally {
    await release();
  }
}

/**
 * Each process that wants the lock takes a ticket of its own, and holds the lock once it has seen no other that is alive.
 * Of two at least one sees the other, and whoever sees another does not hold the lock: the one with the lowest name waits
 * for the others to end, the rest give their tickets back and come again.
 * @param {string} path
 * @param {() => void} onWait
 */
async function takeTicket(path, onWait) {
  const folder = folderOf(path);
  mkdirSync(folder, { recursive: true });
  let ticket = await Ticket.take(folder);
  for (let waited = false; ; waited = true) {
    const { name } = ticket;
    const others = await living(folder, name);
    if (others.length === 0) return () => ticket.giveBack();
    if (!waited) onWait();
    const isFirst = others.every(other => name < other);
    if (!isFirst) await ticket.giveBack();
    await sleep(100 + Math.random() * 200);
    if (!isFirst) ticket = await Ticket.take(folder);
  }
}

/**
 * The other tickets that are alive.
 * @param {string} folder
 * @param {string} own
 */
async function living(folder, own) {
  /** @type {string[]} */
  const names = [];
  for (const name of readdirSync(folder))
    if (name !== own && Ticket.isName(name) && (await isAlive(folder, name))) names.push(name);
  return names;
}

/**
 * Beside the lock; where that path is too long for a socket, in a place that only this machine has.
 * @param {string} path
 */
function folderOf(path) {
  const folder = `${path}.tickets`;
  if (Ticket.fits(folder)) return folder;
  return join(tmpdir(), `eyeline-${hash(path)}`);
}

/**
 * On Windows a pipe has one owner, and is gone with it.
 * @param {string} path
 * @param {() => void} onWait
 */
async function takePipe(path, onWait) {
  mkdirSync(dirname(path), { recursive: true });
  for (let waited = false; ; waited = true) {
    const server = createServer(socket => socket.destroy());
    const isTaken = await new Promise((resolve, reject) => {
      server.once('error', error => ('code' in error && error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
      server.listen(`\\\\.\\pipe\\eyeline-${hash(path)}`, () => resolve(true));
    });
    if (isTaken) return () => new Promise(done => server.unref().close(done));
    if (!waited) onWait();
    await sleep(300);
  }
}

/**
 * @param {string} text
 */
function hash(text) {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
