import { catalogues, type Given } from './catalogues.ts';
import { desk } from './desk.ts';
import { deskConsult } from './desk-consult.ts';
import { deskConversation } from './desk-conversation.ts';
import { deskDeferred } from './desk-deferred.ts';
import { deskHistory } from './desk-history.ts';
import { deskInvite } from './desk-invite.ts';
import { deskList } from './desk-list.ts';
import { deskOffer } from './desk-offer.ts';
import { deskReach } from './desk-reach.ts';
import { deskSignIn } from './desk-sign-in.ts';
import { deskState } from './desk-state.ts';
import { deskTargets } from './desk-targets.ts';
import { deskTemplates } from './desk-templates.ts';
import { deskWrapUp } from './desk-wrap-up.ts';
import { useLanguage, type WidgetLanguage } from './use-language.ts';

/** All that agents read beside what customers do. */
export const given = {
  ...{ desk, deskConsult, deskConversation, deskDeferred, deskHistory, deskInvite, deskList },
  ...{ deskOffer, deskReach, deskSignIn, deskState, deskTargets, deskTemplates, deskWrapUp },
};
const fill = catalogues(given);

/** A language for agents: the desk's own sentences, and those of the parts that customers see too. */
export interface DeskLanguage extends WidgetLanguage, Given<typeof given> {}

/** Has people read another language from now on, at the desk too. */
export function useDeskLanguage(language: DeskLanguage): void {
  fill(language);
  useLanguage(language);
}
