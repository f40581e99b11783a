import { cutText } from '@eyeline/protocol';
import { mediaTypes } from './media-types.ts';

/** What nobody sees, what turns the direction, and what means something to a file system. */
const unfit = /[\p{C}\p{Zl}\p{Zp}:*?"<>|]/gu;
/** Names of devices, on Windows with any ending. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/i;
const longestName = 100;

const fit = (given: string): string =>
  (given.normalize('NFC').split(/[/\\]/).at(-1) ?? '')
    .replace(unfit, '')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '')
    .replace(reserved, '_$1');

/** What a file is called that nobody has looked into. */
export const bareName = (given: string): string => cutText(fit(given) || 'file', longestName);

/**
 * What a file is called from now on: as somebody called it, without any path, fit for any file system, and ending as what it is.
 * `invoice.html` that holds a text is `invoice.html.txt`: no name makes a program of it.
 */
export function fileName(given: string, mediaType: string): string {
  const extensions = mediaTypes.get(mediaType)?.extensions ?? ['bin'];
  const bare = fit(given);
  const found = extensions.find(one => bare.toLowerCase().endsWith(`.${one}`));
  const ending = found ? bare.slice(-found.length - 1) : `.${extensions[0]}`;
  const stem = found ? bare.slice(0, -ending.length) : bare;
  return cutText(stem || 'file', longestName - ending.length) + ending;
}
