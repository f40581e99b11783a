import type { CustomerActor } from '@eyeline/machines';
import type { SnapshotFrom } from 'xstate';
import { conversationOf } from './conversation-of.ts';

/**
 * What the panel shows. `opening`: the form was sent and is not answered yet. `fallback`: something is chosen, be it how to begin or
 * what there is instead, from the choice to the callback or message that was arranged.
 */
export type WidgetView = 'loading' | 'fallback' | 'form' | 'opening' | 'waiting' | 'talking' | 'ended' | 'unavailable';

const isDeferred = (what: string | null) => what === 'callback' || what === 'message' || what === 'email';

export function widgetViewOf(visit: SnapshotFrom<CustomerActor>): WidgetView {
  if (visit.matches('choosing')) return 'fallback';
  if (visit.matches('unavailable')) return 'unavailable';
  // Sent by an earlier page, whose form this one does not know.
  if (visit.matches('opening') && !visit.context.entryPoint) return 'loading';
  const form = visit.matches('filling-form') ? 'form' : visit.matches('opening') && 'opening';
  if (form) return visit.context.step ? 'fallback' : form;
  const interaction = conversationOf(visit)?.getSnapshot().context.interaction;
  const isEnded = visit.matches({ serving: 'ended' });
  // Until the log has come nobody knows how things stand.
  if (!isEnded && (!visit.matches('serving') || !interaction?.lastSeq)) return 'loading';
  if (interaction && isDeferred(interaction.domain)) return 'fallback';
  if (isEnded) return 'ended';
  return visit.matches({ serving: 'talking' }) ? 'talking' : 'waiting';
}
