import * as v from 'valibot';
import { AgentStatus, AgentTask, Consult, ListedTask } from './agent.ts';
import { DesktopCommand } from './desktop.ts';
import { OfferId } from './ids.ts';
import { Invitation } from './invitation.ts';
import { Offer } from './offer.ts';
import { OfferOutcome } from './vocabulary.ts';

/** What only a desk is told: name -> payload. No customer's page holds any of it. */
export const agentEvents = {
  'offer.made': Offer,
  'offer.closed': v.object({ offerId: OfferId, outcome: OfferOutcome }),
  'agent.state-changed': AgentStatus,
  'task.state-changed': AgentTask,
  /** To who asked. */
  'consult.changed': Consult,
  /** To whose it is. */
  'invitation.changed': Invitation,
  /** What the agent may pick, in the order of serving. */
  'list.changed': v.object({ listed: v.array(ListedTask) }),
  /** The agent signed in at another place, which has taken over. */
  'agent.superseded': v.object({}),
  /** The agent's account was switched off, so that the agent is signed out. */
  'agent.disabled': v.object({}),
  /** The agent has to sign in again: another password was set, or the sessions were ended. */
  'agent.session-ended': v.object({}),
  /** For the next time that this desk comes back: the one before ends soon. */
  'agent.token-renewed': v.object({ token: v.string() }),
  'desktop.commanded': DesktopCommand,
};
