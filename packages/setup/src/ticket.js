import { createHash, randomBytes } from 'node:crypto';
import { renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';

const beatEveryMs = 2_000;
const silentAfterMs = 60_000;
/** The longest path that a socket may have (sockaddr_un of macOS; Linux has 107). */
const maxPathLength = 103;
const host = createHash('sha256').update(hostname()).digest('hex').slice(0, 6);

/**
 * A process that stands in a folder for others to see: a socket that listens while the process lives. Its name never comes
 * again, so one that is dead is dead for ever, and anybody may remove it.
 */
export class Ticket {
  #path;
  #server;
  #beat;

  /**
   * @param {string} folder
   * @param {string} name
   * @param {import('node:net').Server} server
   */
  constructor(folder, name, server) {
    this.name = name;
    this.#path = join(folder, name);
    this.#server = server;
    // The beat tells machines that share the folder, and cannot reach our socket, that we live.
    this.#beat = setInterval(() => touch(this.#path), beatEveryMs).unref();
    process.once('exit', this.#remove);
  }

  /**
   * @param {string} folder
   */
  static async take(folder) {
    const name = Ticket.#newName();
    // Under its name only when it listens: before that it would pass for dead.
    const unready = join(folder, `new-${name}`);
    const server = createServer(socket => socket.destroy()).unref();
    await new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(unready, () => resolve(undefined));
    });
    renameSync(unready, join(folder, name));
    return new Ticket(folder, name, server);
  }

  static #newName() {
    return `${host}-${randomBytes(8).toString('hex')}`;
  }

  /**
   * @param {string} name
   */
  static isName(name) {
    return /^[\da-f]{6}-[\da-f]{16}$/.test(name);
  }

  /**
   * Is the path of a ticket in that folder short enough?
   * @param {string} folder
   */
  static fits(folder) {
    return Buffer.byteLength(join(folder, `new-${Ticket.#newName()}`)) <= maxPathLength;
  }

  async giveBack() {
    clearInterval(this.#beat);
    process.removeListener('exit', this.#remove);
    this.#remove();
    await new Promise(done => this.#server.close(done));
  }

  #remove = () => rmSync(this.#path, { force: true });
}

/**
 * Whether the process behind a ticket lives; removes the ticket when it does not. A process of another machine cannot be
 * called: it counts as dead when its ticket has had no beat for a minute, though it may only have been asleep.
 * @param {string} folder
 * @param {string} name
 */
export async function isAlive(folder, name) {
  const path = join(folder, name);
  const code = await call(path);
  if (code === 'ENOENT') return false;
  if (code !== 'ECONNREFUSED') return true;
  if (!name.startsWith(`${host}-`) && Date.now() - lastBeat(path) < silentAfterMs) return true;
  rmSync(path, { force: true });
  return false;
}

/**
 * Null when somebody listens, else why not.
 * @param {string} path
 * @returns {Promise<unknown>}
 */
function call(path) {
  return new Promise(resolve => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(null);
    });
    socket.once('error', error => resolve('code' in error ? error.code : error));
  });
}

/**
 * @param {string} path
 */
function lastBeat(path) {
  try {
    return statSync(path).mtimeMs;
  } catch {
    return 0; // given back meanwhile
  }
}

/**
 * @param {string} path
 */
function touch(path) {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // The cache was emptied under us; the work itself will say so.
  }
}
