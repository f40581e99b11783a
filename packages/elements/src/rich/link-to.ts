import type { TextToken } from './text-token.ts';

/** The page that an address is of; none but http and https. `URL.canParse` would say it without an error, but not every browser has it. */
export function urlOf(address: string): URL | null {
  try {
    const url = new URL(address);
    return /^https?:$/.test(url.protocol) ? url : null;
  } catch {
    return null;
  }
}

/** A link that says where it leads, if what is written does not. */
export function linkTo({ href, hostname }: URL, written: string): TextToken {
  return { text: written, href, ...(isPlain(written, hostname) ? {} : { host: hostname }) };
}

/**
 * Does a reader see at the beginning where it leads? Not with `bank.example@evil.example`, nor with another script's
 * letters that look like ours: those are ASCII only in the host name that the browser makes of them.
 */
function isPlain(written: string, hostname: string): boolean {
  const place = written.replace(/^https?:\/\//i, '').toLowerCase();
  return place.startsWith(hostname) && /^(:\d*)?([/?#]|$)/.test(place.slice(hostname.length, hostname.length + 8));
}
