import type { MessageContent } from '@eyeline/protocol';

const most = 10;
const longestQuestion = 1000;
const longest = 80;

/** What an agent typed, as a question with answers to choose from; or what is wrong with it. */
export function typedReplies(question: string, lines: string): MessageContent | 'too-few' | 'too-many' {
  const labels = [...new Set(lines.split('\n').map(line => line.trim()))].filter(line => line !== '');
  const text = question.trim();
  if (text === '' || labels.length === 0) return 'too-few';
  if (labels.length > most || text.length > longestQuestion || labels.some(label => label.length > longest))
    return 'too-many';
  return { kind: 'quick-replies', text, choices: labels.map((label, index) => ({ id: `${index + 1}`, label })) };
}
