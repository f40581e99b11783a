import { cardsOf, choicesOf, type MessageContent } from '@eyeline/protocol';

/** Where pictures of cards may come from. */
interface Pictures {
  /** Hosts, with their port where it is another one than 443. */
  readonly pictureHosts: readonly string[];
  hasPicture(fileId: string): boolean;
}

export type ContentFault = 'ids' | 'fields' | 'options' | 'host' | 'picture';

/** What the schema of a structured message cannot see; null where nothing is wrong. */
export function contentFault(content: MessageContent, { pictureHosts, hasPicture }: Pictures): ContentFault | null {
  if (isTwice(choicesOf(content).map(({ id }) => id))) return 'ids';
  if (content.kind === 'form') {
    if (isTwice(content.fields.map(({ name }) => name))) return 'fields';
    if (content.fields.some(({ type, options }) => type === 'select' && options.length === 0)) return 'options';
  }
  for (const { picture } of cardsOf(content)) {
    if (picture && 'url' in picture && !pictureHosts.includes(hostOf(picture.url))) return 'host';
    if (picture && 'fileId' in picture && !hasPicture(picture.fileId)) return 'picture';
  }
  return null;
}

const isTwice = (all: readonly string[]): boolean => new Set(all).size < all.length;

const hostOf = (url: string): string => (URL.canParse(url) ? new URL(url).host : '');
