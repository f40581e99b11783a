import { harmless } from './harmless.ts';
import type { Transcript, TranscriptLine } from './transcript.ts';

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Text stays text. */
const escaped = (text: string): string => harmless(text).replace(/[&<>"']/g, sign => signs[sign] ?? '');

const pageCss = [
  ':root{color-scheme:light dark}',
  'body{max-width:44rem;margin:2rem auto;padding:0 1rem;font:16px/1.5 system-ui,sans-serif}',
  'h1{font-size:1.4rem}h2{margin:2rem 0 .5rem;font-size:1rem}',
  'p{margin:.5rem 0;white-space:pre-wrap;overflow-wrap:anywhere}',
  'time,.event{color:light-dark(#59616f,#a5adba)}',
].join('');

const tag = (name: string, attributes: Readonly<Record<string, string>>, inside = ''): string =>
  `<${[name, ...Object.entries(attributes).map(([key, value]) => (value ? `${key}="${escaped(value)}"` : key))].join(' ')}>${inside}`;

/** Nothing in it runs, and nothing is fetched. */
const policy = ["default-src 'none'", "style-src 'unsafe-inline'"].join(';');

function lineOf(line: TranscriptLine): string {
  if (line.kind === 'day') return `<h2>${escaped(line.text)}</h2>`;
  const time = `<time>${escaped(line.time)}</time>`;
  if (line.kind === 'event') return `<p class="event">${time} ${escaped(line.text)}</p>`;
  return `<p>${time} <strong><bdi>${escaped(line.who)}</bdi>:</strong> <bdi>${escaped(line.text)}</bdi></p>`;
}

/** As a web page that runs nothing and asks for nothing. `below`: what stands at its end. */
export const transcriptPage = ({ language, title, times, lines }: Transcript, below = ''): string =>
  [
    tag('!doctype', { html: '' }),
    tag('html', { lang: language.tag, dir: language.dir }),
    tag('meta', { charset: 'utf-8' }),
    tag('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    tag('meta', { name: 'viewport', content: 'width=device-width' }),
    `<title>${escaped(title)}</title>`,
    `<style>${pageCss}</style>`,
    `<h1><bdi>${escaped(title)}</bdi></h1>`,
    `<p class="event">${escaped(times)}</p>`,
    ...lines.map(lineOf),
    ...(below ? [`<p class="event">${escaped(below)}</p>`] : []),
    '</html>\n',
  ].join('\n');
