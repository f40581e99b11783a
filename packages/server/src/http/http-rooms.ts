import type { CiscoRooms } from '../cisco/cisco-port.ts';
import type { WebhookBook } from '../interaction/webhooks/webhook-book.ts';
import type { AccountBook, Author } from '../people/account-book.ts';
import type { Applications } from '../people/applications/applications.ts';
import type { FileStore } from '../store/files/file-store.ts';
import type { Store } from '../store/store.ts';

/** What the HTTP API asks. */
export interface HttpRooms extends CiscoRooms {
  readonly store: Pick<Store, 'addToken' | 'hasToken'>;
  readonly applications: Applications;
  readonly files: FileStore;
  /** `author`: who changes what stands in it. */
  accountBook(author: Author): AccountBook;
  webhookBook(): WebhookBook;
}
