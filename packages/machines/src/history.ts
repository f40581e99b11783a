import type { EarlierConversations, EarlierTranscript, HistoryPlace, InteractionId } from '@eyeline/protocol';

/** Port: earlier conversations of one customer. What it cannot give it rejects. */
export interface CustomerHistory {
  /** The newest first; `before`: from the next page on. */
  list(before?: HistoryPlace): Promise<EarlierConversations>;
  read(interactionId: InteractionId, afterSeq?: number): Promise<EarlierTranscript>;
}
