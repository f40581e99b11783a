import { harmless } from './harmless.ts';
import type { Transcript, TranscriptLine } from './transcript.ts';

/** What is said goes on below itself: no text looks like a line of its own. */
const below = (text: string): string => harmless(text).replaceAll('\n', '\n  ');

function lineOf(line: TranscriptLine): string {
  switch (line.kind) {
    case 'day':
      return `\n${line.text}\n`;
    case 'event':
      return `${line.time} · ${line.text}`;
    case 'said':
      return `${line.time} ${line.who}: ${below(line.text)}`;
  }
}

/** As plain text in UTF-8, with a mark at its beginning that says so. */
export const transcriptText = ({ title, times, lines }: Transcript): string =>
  `\ufeff${[title, times, ...lines.map(lineOf)].join('\n')}\n`;
