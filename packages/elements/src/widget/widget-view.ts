import type { CustomerActor } from '@eyeline/machines';
import type { SnapshotFrom } from 'xstate';
import { conversationOf } from './conversation-of.ts';

/** What the panel shows. `opening`: the form was sent and is not answered yet. */
export type WidgetView = 'loading' | 'form' | 'opening' | 'waiting' | 'talking' | 'ended' | 'unavailable';

export function widgetViewOf(visit: SnapshotFrom<CustomerActor>): WidgetView {
  if (visit.matches('filling-form')) return 'form';
  if (visit.matches('opening')) return 'opening';
  if (visit.matches('unavailable')) return 'unavailable';
  if (visit.matches({ serving: 'ended' })) return 'ended';
  const interaction = conversationOf(visit)?.getSnapshot().context.interaction;
  // Until the log has come nobody knows how things stand.
  if (!visit.matches('serving') || !interaction?.lastSeq) return 'loading';
  return visit.matches({ serving: 'talking' }) ? 'talking' : 'waiting';
}
