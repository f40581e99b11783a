import { cardsOf, choicesOf, type MessageContent } from '@eyeline/protocol';
import { choices } from '../faults/entry-point-faults.ts';

/** Where pictures of cards may come from. */
interface Pictures {
  /** Hosts, with their port where it is another one than 443. */
  readonly pictureHosts: readonly string[];
  hasPicture(fileId: string): boolean;
}

export type ContentFault = 'ids' | 'fields' | 'options' | 'comma' | 'host' | 'picture';

/** What the schema of a structured message cannot see; null where nothing is wrong. */
export function contentFault(content: MessageContent, { pictureHosts, hasPicture }: Pictures): ContentFault | null {
  if (isTwice(choicesOf(content).map(({ id }) => id))) return 'ids';
  if (content.kind === 'form') {
    if (isTwice(content.fields.map(({ name }) => name))) return 'fields';
    if (content.fields.some(({ type, options }) => choices.includes(type) && options.length === 0)) return 'options';
    // Those that were chosen stand beside each other, with a comma between them.
    if (content.fields.some(({ type, options }) => type === 'multi' && options.some(one => one.includes(', '))))
      return 'comma';
  }
  for (const { picture } of cardsOf(content)) {
    if (picture && 'url' in picture && !pictureHosts.includes(hostOf(picture.url))) return 'host';
    if (picture && 'fileId' in picture && !hasPicture(picture.fileId)) return 'picture';
  }
  return null;
}

const isTwice = (all: readonly string[]): boolean => new Set(all).size < all.length;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
