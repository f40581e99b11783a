/** One address and nothing else: no second one, no header such as `?bcc=`. */
const oneAddress = /^[^\s@,;:<>"()[\]\\?&#%=]+@[^\s@,;:<>"()[\]\\?&#%=]+$/;

/** The link that begins a letter to what a customer gave as their address; null where it is more or less than an address. */
export function mailLink(address: string): string | null {
  const trimmed = address.trim();
  return trimmed.length <= 254 && oneAddress.test(trimmed)
    ? `mailto:${encodeURIComponent(trimmed).replace('%40', '@')}`
    : null;
}

/**
 * The link that dials what a customer gave as their number; null where there are no digits. A phone obeys codes with
 * `*` and `#` rather than calling them, so neither is let through.
 */
export function phoneLink(number: string): string | null {
  const trimmed = number.trim();
  const digits = trimmed.replace(/\D/g, '');
  return digits === '' || digits.length > 20 || /[*#]/.test(trimmed)
    ? null
    : `tel:${trimmed.startsWith('+') ? '+' : ''}${digits}`;
}
