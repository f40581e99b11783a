import { execFile, execFileSync } from 'node:child_process';
import { chmod, mkdtemp, writeFile } from 'node:fs/promises';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium } from '@playwright/test';

const run = promisify(execFile);
const ip = (...args: readonly string[]) => run('ip', args);

/** Two networks that have no route to each other, only to the server between them. */
export interface Networks {
  /** Where both reach the server. */
  readonly address: string;
  /** Starts the program that follows it within the network; null where there are no networks of their own. */
  readonly within: readonly (readonly string[] | null)[];
  /** The addresses of the two, where the networks are separate. */
  readonly addresses: readonly string[];
  readonly isSeparate: boolean;
  /** Somebody goes from one network to another, as from a cable to the air: the address before leads nowhere any more. */
  change(index: number): Promise<void>;
  /** Takes the cable out of where somebody has gone to, or puts it back. */
  cut(index: number, isCut: boolean): Promise<void>;
  close(): Promise<void>;
}

/** Network namespaces of Linux, where this process may make them; else this machine's own network for both. */
export async function openNetworks(): Promise<Networks> {
  const id = process.pid.toString(36);
  const names = [`eyeline-a-${id}`, `eyeline-b-${id}`];
  const close = async () => {
    for (const name of names) await ip('netns', 'delete', name).catch(() => undefined);
  };
  // A range for tests of networks (RFC 2544).
  const net = `198.18.${process.pid % 200}`;
  const address = `${net}.1`;
  const addresses = names.map((_, index) => `${net}.${index * 4 + 10}`);
  try {
    for (const [index, name] of names.entries()) {
      // Both ends of a network of four addresses, and the server's own behind it.
      const [ours, theirs] = [`${net}.${index * 4 + 9}`, addresses[index]];
      const link = `ey${index}${id}`.slice(0, 15);
      await ip('netns', 'add', name);
      await ip('link', 'add', link, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name);
      await ip('address', 'add', `${ours}/30`, 'dev', link);
      if (index === 0) await ip('address', 'add', `${address}/32`, 'dev', link);
      await ip('link', 'set', link, 'up');
      await ip('-n', name, 'address', 'add', `${theirs}/30`, 'dev', 'eth0');
      for (const one of ['lo', 'eth0']) await ip('-n', name, 'link', 'set', one, 'up');
      await ip('-n', name, 'route', 'add', `${address}/32`, 'via', ours);
    }
    const change = async (index: number) => {
      const name = names[index] ?? '';
      const [ours, theirs] = [`${net}.${index * 4 + 17}`, `${net}.${index * 4 + 18}`];
      const link = `ez${index}${id}`.slice(0, 15);
      await ip('-n', name, 'link', 'set', 'eth0', 'down');
      await ip('link', 'add', link, 'type', 'veth', 'peer', 'name', 'eth1', 'netns', name);
      await ip('address', 'add', `${ours}/30`, 'dev', link);
      await ip('link', 'set', link, 'up');
      await ip('-n', name, 'address', 'add', `${theirs}/30`, 'dev', 'eth1');
      await ip('-n', name, 'link', 'set', 'eth1', 'up');
      await ip('-n', name, 'route', 'add', `${address}/32`, 'via', ours);
    };
    const cut = async (index: number, isCut: boolean) => {
      await ip('link', 'set', `ez${index}${id}`.slice(0, 15), isCut ? 'down' : 'up');
    };
    const within = names.map(name => ['ip', 'netns', 'exec', name]);
    return { address, within, addresses, isSeparate: true, change, cut, close };
  } catch {
    await close();
    const nothing = async () => {};
    return {
      ...{ address: ownAddress(), within: [null, null], addresses: [] },
      ...{ isSeparate: false, change: nothing, cut: nothing, close: nothing },
    };
  }
}

/** Where this machine is reached, by itself too. */
export const ownAddress = (): string =>
  Object.values(networkInterfaces())
    .flatMap(one => one ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address ?? '127.0.0.1';

/** A program that starts the browser within a network: a path is all that Playwright takes. */
export async function browserWithin(within: readonly string[] | null): Promise<string | undefined> {
  const browser = process.env['EYELINE_CHROMIUM'] ?? chromium.executablePath();
  if (!within) return browser;
  const path = join(await mkdtemp(join(tmpdir(), 'eyeline-browser-')), 'chromium');
  await writeFile(path, `#!/bin/sh\nexec ${within.join(' ')} ${browser} "$@"\n`);
  await chmod(path, 0o755);
  return path;
}

/** Whether something answers from within a network. */
export const reaches = (within: readonly string[], address: string): boolean => {
  try {
    execFileSync(within[0] ?? '', [...within.slice(1), 'ip', 'route', 'get', address], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
};
