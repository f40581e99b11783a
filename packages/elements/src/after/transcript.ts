import type { ConversationContext } from '@eyeline/machines';
import { harmless, type Message, type Transcript, type TranscriptLine } from '@eyeline/protocol';
import { milestoneSentence } from '../parts/milestone-sentence.ts';
import { dayOf } from '../parts/opening-words.ts';
import { requestOf, withRequest } from '../parts/request.ts';
import { Timeline, type TimelineEntry } from '../parts/timeline.ts';
import { after } from '../sentences/after.ts';
import { chat } from '../sentences/chat.ts';
import { language } from '../sentences/language.ts';
import { locale } from '../sentences/locale.ts';

/** A name fills one line, and has nothing of ours around it. */
const oneLine = (text: string): string => harmless(text).replace(/\s+/g, ' ').trim();

/** Was anything said, or asked for, in words? */
export const hasTranscript = (context: ConversationContext): boolean =>
  context.interaction.messages.length > 0 || requestOf(context) !== null;

/** `zone`: default the device's own. */
export function transcriptOf(context: ConversationContext, zone?: string): Transcript {
  const entries = withRequest(new Timeline().entriesOf(context), requestOf(context));
  const timeZone = zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  return {
    language,
    title: after.transcriptOf(oneLine(context.entryPoint?.title ?? '')),
    times: after.times(timeZone),
    lines: entries.flatMap(entry => linesOf(entry, context, timeZone)),
  };
}

/** As `chat-2026-11-28.txt`. */
export const transcriptName = (openedAt: number, kind: 'txt' | 'html'): string =>
  `${after.fileName}-${dayOf(openedAt)}.${kind}`;

function linesOf(entry: TimelineEntry, context: ConversationContext, timeZone: string): TranscriptLine[] {
  const clock = (at: number) =>
    new Date(at).toLocaleTimeString(locale(), { hour: 'numeric', minute: '2-digit', timeZone });
  const said = (isOwn: boolean, name: string, at: number, text: string): TranscriptLine => ({
    ...{ kind: 'said', time: clock(at), text, isOwn },
    // Somebody else reads it too: who "You" was is not to be guessed.
    who: oneLine(name) || (isOwn ? chat.you : chat.somebody),
  });
  switch (entry.kind) {
    case 'day':
      return [{ kind: 'day', text: new Date(entry.at).toLocaleDateString(locale(), { dateStyle: 'full', timeZone }) }];
    case 'milestone': {
      const text = milestoneSentence(entry.milestone, context.interaction, context.participantId);
      return [{ kind: 'event', time: clock(entry.milestone.at), text: oneLine(text) }];
    }
    case 'request':
      return [said(entry.isOwn, entry.name, entry.at, entry.text)];
    case 'group':
      return entry.messages.map(message => said(entry.isOwn, entry.name, message.at, textOf(message)));
    case 'unsent':
      return [];
  }
}

const textOf = ({ file, text }: Message): string =>
  file ? after.file(oneLine(file.name ?? `${file.fileId}.jpg`)) : text;
