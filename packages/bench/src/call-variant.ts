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
  propose(browser: Browser): Promise<ProposedCall>;
  close(): Promise<void>;
}
