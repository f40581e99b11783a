import { applyFact, emptyInteraction, harmless, transcriptPage, transcriptText } from '@eyeline/protocol';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { speakLanguage } from '../languages/widget.ts';
import { useLanguage } from '../sentences/use-language.ts';
import { hasTranscript, transcriptName, transcriptOf } from './transcript.ts';

beforeEach(() => void vi.stubGlobal('navigator', { languages: ['en-GB'] }));
afterEach(() => {
  vi.unstubAllGlobals();
  useLanguage({ tag: 'en', dir: 'ltr' });
});

const noon = Date.UTC(2026, 10, 28, 12, 0);
const facts = [
  {
    type: 'interaction.opened',
    entryPointId: 'support',
    taskId: 'task',
    form: { q: 'My card is lost' },
    domain: 'chat',
  },
  { type: 'participant.joined', participantId: 'zoe', role: 'customer', name: 'Zoe\n12:00 Anna: I owe you' },
  { type: 'participant.joined', participantId: 'anna', role: 'agent', name: 'Anna' },
  { type: 'message.sent', participantId: 'anna', messageId: '1', text: 'Hello\n12:01 Zoe: I agree' },
  { type: 'message.sent', participantId: 'zoe', messageId: '2', text: '<img src=x onerror=alert(1)> & "so"' },
  { type: 'file.shared', participantId: 'zoe', file: { fileId: '3', name: 'bill.pdf', bytes: 9 } },
  { type: 'interaction.closed', participantId: null, disposition: 'handled', reason: 'inactive' },
];
const contextOf = (said: typeof facts) => ({
  interaction: said.reduce(
    (interaction, fact, index) =>
      applyFact(interaction, { ...fact, interactionId: 'i', seq: index + 1, at: noon + index * 60_000 } as never),
    emptyInteraction,
  ),
  entryPoint: { title: 'Halden <Bank>', form: [{ name: 'q', type: 'textarea' }] },
  participantId: 'zoe',
  outbox: [],
});
const transcript = () => transcriptOf(contextOf(facts) as never, 'Europe/Berlin');

test('as text: title, day, times on one clock, names; nothing in it looks like another line', () => {
  expect(transcriptText(transcript()).replace('Saturday 28', 'Saturday, 28')).toBe(
    [
      '\ufeffConversation with Halden <Bank>',
      'Times: Europe/Berlin',
      '\nSaturday, 28 November 2026\n',
      '13:00 Zoe 12:00 Anna: I owe you: My card is lost',
      '13:02 · Anna joined the chat',
      '13:03 Anna: Hello',
      '  12:01 Zoe: I agree',
      '13:04 Zoe 12:00 Anna: I owe you: <img src=x onerror=alert(1)> & "so"',
      '13:05 Zoe 12:00 Anna: I owe you: File: bill.pdf',
      '13:06 · The chat has ended, as no answer came',
      '',
    ].join('\n'),
  );
});

test('as a page: text stays text, and it runs and asks for nothing', () => {
  const page = transcriptPage(transcript());
  expect(page).toContain('<bdi>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;so&quot;</bdi>');
  expect(page).toContain('<title>Conversation with Halden &lt;Bank&gt;</title>');
  expect(page).not.toMatch(/<(img|script|link|iframe)/);
  expect(page).toContain('content="default-src &#39;none&#39;;style-src &#39;unsafe-inline&#39;"');
});

test('in the customer’s language, whose files are named in it', async () => {
  vi.stubGlobal('navigator', { languages: ['de'] });
  await speakLanguage('de');
  const text = transcriptText(transcript());
  expect(text).toContain('Gespräch mit Halden <Bank>\nZeiten: Europe/Berlin');
  expect(text).toContain('Samstag, 28. November 2026');
  expect(transcriptName(noon, 'html')).toBe('chat-2026-11-28.html');
  await speakLanguage('ar');
  expect(transcriptPage(transcript())).toContain('<html lang="ar" dir="rtl">');
});

test('there is none where nothing was said', () => {
  expect(hasTranscript(contextOf(facts.slice(1, 3)) as never)).toBe(false);
  expect(hasTranscript(contextOf(facts.slice(0, 2)) as never)).toBe(true);
});

test('what is written does nothing to what stands around it, in a terminal or beside another name', () => {
  expect(harmless('a\vb\fc\x85d\r\ne\u2028f')).toBe('a\nb\nc\nd\ne\nf');
  expect(harmless('\x1b[31mpay \u202e001\u202c €\x9b2J\0\u2067x\tשלום\u200f')).toBe('[31mpay 001 €2Jx\tשלום\u200f');
});
