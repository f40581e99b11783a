import type { ContactCentre } from '../process/contact-centre.ts';
import { AccountBook, type Author } from './account-book.ts';
import { endSession } from './end-session.ts';
import { retireDisabled } from './retire.ts';

/** The accounts of a server that runs: what is changed counts at once, also for who is signed in. */
export const accountBookOf = (centre: ContactCentre, author: Author): AccountBook =>
  new AccountBook({
    store: centre.store,
    hash: work => centre.signIns.hash(author, work),
    onChanged: async (account, action, endsSession) => {
      await centre.change(change => {
        centre.know(change, account.agentId, account);
        retireDisabled(centre, change);
        if (endsSession && !centre.accounts.get(account.agentId)?.isDisabled)
          endSession(centre, change, account.agentId, 'agent.session-ended');
      });
      centre.peopleLog.changed(account.agentId, action, author);
    },
  });
