import { FILES_PATH } from '@eyeline/protocol';

/** Where a file is sent to, or read from. `url`: where the server is, if not where the page came from. */
export function fileAddress(url: string | undefined, ticket: string): URL {
  const address = new URL(FILES_PATH, url ?? location.href);
  address.searchParams.set('ticket', ticket);
  return address;
}
