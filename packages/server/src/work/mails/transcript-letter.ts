import {
  type Fact,
  harmless,
  type ParticipantId,
  type Transcript,
  type TranscriptLine,
  transcriptPage,
  transcriptText,
} from '@eyeline/protocol';
import type { InteractionLog } from '../../interaction/interaction-log.ts';
import { maskIn } from '../../interaction/masking/masking.ts';
import { visibleTo } from '../../interaction/subscriptions.ts';
import { type MailSentences, mailSentencesIn } from '../../settings/sentences/mail-sentences.ts';
import type { WorkRooms } from '../work-port.ts';
import type { Letter } from './mail-gateway.ts';
import type { WaitingLetter } from './waiting-letter.ts';

/** A name fills one line. */
const oneLine = (text: string): string => harmless(text).replace(/\s+/g, ' ').trim();

interface Reader {
  readonly customerId: ParticipantId | undefined;
  readonly names: ReadonlyMap<ParticipantId, string>;
  readonly words: MailSentences;
  readonly clock: (at: number) => string;
}

const zoneOf = (zone: string): string => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return 'UTC';
  }
};

/** The letter with what the customer has read of a conversation; undefined where nobody waits for it, or there is no server for it. */
export function letterOf(
  rooms: WorkRooms,
  log: InteractionLog,
  waiting: WaitingLetter | undefined,
): Letter | undefined {
  const { mail } = rooms.settings.config;
  const { entryPointId, participants } = log.interaction;
  if (!mail || !waiting || entryPointId === null) return;
  const title = oneLine(rooms.settings.entryPoint(entryPointId).title);
  const words = mailSentencesIn(waiting.language);
  const timeZone = zoneOf(waiting.zone);
  const mask = maskIn(rooms, log);
  const customer = participants.find(({ role }) => role === 'customer');
  const reader: Reader = {
    customerId: customer?.participantId,
    names: new Map(participants.map(({ participantId, name }) => [participantId, oneLine(name)])),
    words,
    clock: at => new Date(at).toLocaleTimeString(words.tag, { hour: 'numeric', minute: '2-digit', timeZone }),
  };
  const dayOf = (at: number) => new Date(at).toLocaleDateString(words.tag, { dateStyle: 'full', timeZone });
  const facts = visibleTo({ role: 'customer', participantId: reader.customerId }, log.storedAfter(0), log.closedSeq);
  const lines: TranscriptLine[] = [];
  let day = '';
  for (const fact of facts) {
    const line = lineOf(fact, reader, text => mask.text(text).text);
    if (!line) continue;
    const today = dayOf(fact.at);
    if (today !== day) lines.push({ kind: 'day', text: today });
    day = today;
    lines.push(line);
  }
  const transcript: Transcript = {
    language: { tag: words.tag, dir: words.dir },
    title: words.title(title),
    times: words.times(timeZone),
    lines,
  };
  return {
    letterId: waiting.letterId,
    to: waiting.to,
    from: { name: mail.name ?? title, address: mail.from },
    replyTo: mail.replyTo,
    subject: words.title(title),
    // The mark at the beginning of a file has no place in a letter.
    text: `${transcriptText(transcript).replace(/^\ufeff/, '')}\n${words.why}\n`,
    html: transcriptPage(transcript, words.why),
  };
}

function lineOf(
  fact: Fact,
  { customerId, names, words, clock }: Reader,
  hide: (text: string) => string,
): TranscriptLine | null {
  const time = clock(fact.at);
  const who = 'participantId' in fact && fact.participantId ? (names.get(fact.participantId) ?? '') : '';
  const isOwn = 'participantId' in fact && fact.participantId === customerId;
  const name = who || (isOwn ? words.you : words.somebody);
  const said = (text: string): TranscriptLine => ({ kind: 'said', time, who: name, text: hide(text), isOwn });
  const event = (text: string): TranscriptLine => ({ kind: 'event', time, text: oneLine(text) });
  switch (fact.type) {
    case 'message.sent':
      return said(fact.text);
    case 'file.shared':
      return said(words.file(oneLine(fact.file.name ?? fact.file.fileId)));
    case 'participant.joined':
      return fact.role === 'agent' ? event(words.joined(name)) : null;
    case 'participant.left':
      return isOwn ? null : event(words.left(name));
    case 'task.transferred':
      return event(words.handedOver(name, oneLine(fact.to)));
    case 'interaction.closed':
      return event(words.ended);
    default:
      return null;
  }
}
