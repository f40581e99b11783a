import type { Browser, Page } from '@playwright/test';

/** Two pages with a call proposed, so that one click sets it up. */
export interface ProposedCall {
  readonly proposer: Page;
  readonly acceptor: Page;
  /** Presses what accepts. */
  accept(): Promise<void>;
  /** Leaves everything ready for the next call. */
  end(): Promise<void>;
}

/** One way of making a call. */
export interface CallVariant {
  readonly name: string;
  /** Ends the process that carries the media, where there is one and the call survives it. */
  killWorker?(): Promise<void>;
  /** Runs in a page that is loaded anew, and calls without being asked to, where the page does not do so by itself. */
  readonly callAgain?: () => void;
  propose(browser: Browser): Promise<ProposedCall>;
  close(): Promise<void>;
}
