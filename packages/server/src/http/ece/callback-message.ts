import type { Fact } from '@eyeline/protocol';
import { eceSentences } from '../../settings/sentences/ece.ts';
import { digitsOf } from './digits-of.ts';
import { htmlOf } from './plain-text.ts';

/** An agent as ECE names one: as customers read it, and by user name. */
export interface EceUser {
  readonly name: string;
  readonly screenName: string;
}

/** One message of a delivery, in the order of ECE's fields. */
export interface CallbackMessage {
  readonly conversation: { readonly id: string };
  readonly type: { readonly value: string; readonly user?: EceUser };
  readonly content?: string;
  readonly attachments?: { readonly attachment: readonly EceAttachment[] };
  readonly sender: { readonly type: 'system' } | { readonly type: 'user'; readonly user: EceUser };
  /** ms since the epoch, UTC. */
  readonly timeStamp: number;
  /** Digits; the same each time it is delivered. */
  readonly id: string;
}

export interface EceAttachment {
  readonly fileName: string;
  readonly contentType: string;
  readonly size: string;
  readonly contentUrl: string;
}

interface Telling {
  /** Of the customer, who is not told what they have said themselves. */
  readonly participantId: string;
  userOf(participantId: string): EceUser;
  fileUrl(fact: Fact<'file.shared'>): string;
}

/** What a fact is in ECE's words; nothing where ECE has none for it. */
export function callbackMessages(fact: Fact, { participantId, userOf, fileUrl }: Telling): CallbackMessage[] {
  const { interactionId, seq, at } = fact;
  const place = { conversation: { id: interactionId } };
  const when = { timeStamp: at, id: digitsOf(interactionId, seq) };
  const bySystem = { sender: { type: 'system' }, ...when } as const;
  switch (fact.type) {
    case 'participant.joined': {
      if (fact.role !== 'agent') return [];
      const user = userOf(fact.participantId);
      return [{ ...place, type: { value: 'assigned', user }, content: eceSentences.assigned(user.name), ...bySystem }];
    }
    case 'task.transferred':
      return [{ ...place, type: { value: 'transfer' }, content: eceSentences.transferred(fact.to), ...bySystem }];
    case 'interaction.closed':
      return [{ ...place, type: { value: 'complete' }, content: eceSentences.complete, ...bySystem }];
    case 'message.sent': {
      if (fact.participantId === participantId) return [];
      const sender = { type: 'user', user: userOf(fact.participantId) } as const;
      return [{ ...place, type: { value: 'text/html' }, content: htmlOf(fact.text), sender, ...when }];
    }
    case 'file.shared': {
      if (fact.participantId === participantId) return [];
      const { name = 'snapshot.jpg', mediaType = 'image/jpeg', bytes } = fact.file;
      const file = { fileName: name, contentType: mediaType, size: String(bytes), contentUrl: fileUrl(fact) };
      const sender = { type: 'user', user: userOf(fact.participantId) } as const;
      return [{ ...place, type: { value: 'uploadAttachment' }, attachments: { attachment: [file] }, sender, ...when }];
    }
    default:
      return [];
  }
}

/** The agent begins to write, or stops. */
export const typingMessage = (conversationId: string, user: EceUser, typing: boolean, at: number): CallbackMessage => ({
  conversation: { id: conversationId },
  type: { value: typing ? 'startTyping' : 'endTyping' },
  sender: { type: 'user', user },
  timeStamp: at,
  id: digitsOf(conversationId, at, String(typing)),
});
