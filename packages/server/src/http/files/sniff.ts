import { fileTypeFromBuffer } from 'file-type';

/** How a page or a drawing in XML begins, after what a browser passes over (WHATWG MIME Sniffing, 7.1). */
const markup =
  /^[\s\ufeff]*<(?:[!?]|(?:html|head|body|script|iframe|svg|style|title|table|div|font|img|a|b|br|p|h1|math|xml)[\s/>])/i;
/** What no text has; white space and form feed it may have. */
const binary = /[^\P{Cc}\t\n\r\f]/u;

/** What a file is, by what is in it and never by its name; null where nobody knows. It is not proof of more than its beginning. */
export async function sniff(content: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(content).catch(() => undefined);
  if (found) return found.mime;
  const text = textOf(content);
  if (text === null || binary.test(text)) return null;
  return markup.test(text) ? 'text/html' : 'text/plain';
}

function textOf(content: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    return null;
  }
}
