import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Another chat that npm has with all its code, built for a page by its own makers. */
export interface Peer {
  readonly name: string;
  readonly version: string;
  /** What a page loads with its tag. */
  readonly tag: readonly string[];
  /** What else it loads before a visitor can write. */
  readonly open: readonly string[];
  readonly does: string;
}

export const peers: readonly Peer[] = [
  {
    name: '@n8n/chat',
    version: '1.37.0',
    tag: ['dist/chat.bundle.es.js', 'dist/style.css'],
    open: [],
    does: 'chat with a bot',
  },
  {
    name: 'deep-chat',
    version: '2.4.2',
    tag: ['dist/deepChat.bundle.js'],
    open: [],
    does: 'chat, bring your own server',
  },
  { name: '@typebot.io/js', version: '0.10.7', tag: ['dist/web.js'], open: [], does: 'scripted chat' },
  {
    name: 'botframework-webchat',
    version: '4.18.1',
    tag: ['dist/webchat-minimal.js'],
    open: [],
    does: 'chat with a bot, its smallest bundle',
  },
  {
    name: '@botpress/webchat',
    version: '4.5.2',
    tag: ['dist/index.js', 'dist/style.css'],
    open: [],
    does: 'chat with a bot, without React, which comes on top',
  },
  {
    name: '@rocket.chat/livechat',
    version: '1.13.3',
    tag: ['build/rocketchat-livechat.min.js'],
    // Its page in a frame, which is loaded with the tag too, before any click.
    open: [
      'build/polyfills.*.js',
      'build/vendors~bundle.chunk.*.js',
      'build/bundle.*.js',
      'build/0.chunk.*.js',
      'build/5.chunk.*.js',
    ],
    does: 'chat with people, in a frame',
  },
];

/** Those that npm has nothing of but a loader: their code comes from their own servers, and is not measured here. */
export const loadersOnly =
  'Not compared: Intercom, Crisp, LiveChat, TalkJS, Papercups, Zendesk and tawk.to have only loaders or frames on npm; what these load is on servers of their own.';

/** Unpacks a package of npm as it was published; nothing of it is run. */
export const unpack = ({ name, version }: Peer): string => {
  const folder = join(tmpdir(), 'eyeline-bench-peers', `${name.replace('/', '-')}-${version}`);
  if (existsSync(join(folder, 'package'))) return join(folder, 'package');
  mkdirSync(folder, { recursive: true });
  const run = (command: string, ...args: readonly string[]) => {
    const { status, stderr, stdout } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
    if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`);
    return stdout.trim().split('\n').at(-1) ?? '';
  };
  const packed = run('npm', 'pack', '--silent', '--ignore-scripts', `${name}@${version}`);
  run('tar', 'xzf', packed);
  return join(folder, 'package');
};

/** Files of a package by their paths, in which `*` stands for a hash. */
export const filesOf = (root: string, patterns: readonly string[]): string[] =>
  patterns.flatMap(pattern => {
    const folder = join(root, pattern.slice(0, pattern.lastIndexOf('/')));
    const [before = '', after] = pattern.slice(pattern.lastIndexOf('/') + 1).split('*');
    const found = readdirSync(folder).filter(name =>
      after === undefined ? name === before : name.startsWith(before) && name.endsWith(after),
    );
    if (found.length === 0) throw new Error(`${pattern} is not in ${root}`);
    return found.map(name => join(folder, name));
  });
