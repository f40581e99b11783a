import { fileURLToPath } from 'node:url';
import { byteCount } from '../bytes/byte-count.ts';
import { clickOf } from '../bytes/bytes.ts';
import { closure, laterOf } from '../bytes/module-graph.ts';
import { table } from '../table.ts';
import { filesOf, loadersOnly, peers, unpack } from './peer-bundles.ts';

const loader = fileURLToPath(new URL('../../../elements/dist-page/eyeline.js', import.meta.url));

/** Files and brotli bytes, beside those of another chat. */
export const sizes = (): string => {
  const atOnce = closure([loader]);
  const onClick = clickOf(atOnce);
  const chat = [...laterOf(onClick)].find(file => file.includes('/chat-'));
  if (!chat) throw new Error('The chat is not among what the widget loads.');
  const inChat = [...closure([chat])].filter(file => !onClick.has(file));
  const cell = (files: readonly string[]) => [String(files.length), byteCount(files).brotli.toLocaleString('en')];
  const own = byteCount([...atOnce, ...onClick, ...inChat]).brotli;
  const rows = [
    ['Eyeline', ...cell([...atOnce]), ...cell([...onClick, ...inChat]), own.toLocaleString('en'), '1', ''],
    ...peers.map(peer => {
      const root = unpack(peer);
      const [tag, open] = [filesOf(root, peer.tag), filesOf(root, peer.open)];
      const all = byteCount([...tag, ...open]).brotli;
      return [
        `${peer.name} ${peer.version}`,
        ...cell(tag),
        ...cell(open),
        all.toLocaleString('en'),
        (all / own).toFixed(1),
        peer.does,
      ];
    }),
  ];
  const head = [
    'bytes, brotli',
    'files with the tag',
    'bytes',
    'files until one can write',
    'bytes',
    'in all',
    'times ours',
    '',
  ];
  return `${table(head, rows)}\n${loadersOnly}`;
};
