import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

/** The longest path that a socket may have (sockaddr_un of macOS; Linux has 107). */
const maxPathLength = 103;

/**
 * Holds a directory for this process alone. The lock is a listening socket: it ends with its process however that ends,
 * so a stale one is told from a live one by calling it, and no process id can be mistaken for another's.
 */
export class DirectoryLock {
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  /** Null when another process, or this one, holds the directory. */
  static async take(directory: string): Promise<DirectoryLock | null> {
    const path = socketPath(directory);
    for (let attempt = 0; attempt < 3; attempt += 1) {
      const server = await listen(path);
      if (server) return new DirectoryLock(server);
      if (await isAnswered(path)) return null;
      await rm(path, { force: true });
    }
    return null;
  }

  release(): Promise<void> {
    return new Promise(done => this.#server.close(() => done()));
  }
}

function socketPath(directory: string): string {
  const absolute = join(resolve(directory), 'lock');
  if (process.platform === 'win32') return `\\\\.\\pipe\\${absolute}`;
  const fitting = [absolute, relative('', absolute)].find(path => Buffer.byteLength(path) <= maxPathLength);
  return fitting ?? join(tmpdir(), `eyeline-${createHash('sha256').update(absolute).digest('hex').slice(0, 24)}.lock`);
}

const listen = (path: string): Promise<Server | null> =>
  new Promise((resolve, reject) => {
    const server = createServer(socket => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(null) : reject(error),
    );
    server.listen(path, () => resolve(server.unref()));
  });

const isAnswered = (path: string): Promise<boolean> =>
  new Promise(resolve => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
