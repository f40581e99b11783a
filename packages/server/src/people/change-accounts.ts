import type { Store } from '../store/store.ts';
import { AccountBook, type Author } from './account-book.ts';
import type { People } from './people.ts';
import type { PeopleLog } from './people-log.ts';
import type { SessionChange } from './session-change.ts';

interface RunningAccounts {
  readonly store: Store;
  readonly people: People;
  readonly log: PeopleLog;
  readonly change: (run: (change: SessionChange) => void) => Promise<void>;
}

/** The accounts of a server that runs: what is changed counts at once, also for who is signed in. */
export const accountBookOf = ({ store, people, log, change }: RunningAccounts, author: Author): AccountBook =>
  new AccountBook({
    store,
    hash: work => people.signIns.hash(author, work),
    onChanged: async (account, action, endsSession) => {
      await change(made => {
        people.know(made, account.agentId, account);
        people.retireDisabled(made);
        if (endsSession && !people.accounts.get(account.agentId)?.isDisabled)
          people.endSession(made, account.agentId, 'agent.session-ended');
      });
      log.changed(account.agentId, action, author);
    },
  });
