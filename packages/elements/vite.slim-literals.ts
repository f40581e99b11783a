import type { Plugin } from 'vite';
import { type Edit, edited, visit } from './vite.edits.ts';

/** Blanks in CSS that mean nothing. Those before a colon or a bracket stay: they can part two selectors. */
const slimCss = (css: string): string =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':')
    .replace(/;\}/g, '}');

/** Line breaks in a template are layout of the source: none of ours stands in text that keeps its blanks. */
const slimHtml = (html: string): string => html.replace(/\s*\n\s*/g, ' ').replace(/> </g, '><');

const slimmers: Readonly<Record<string, (text: string) => string>> = { css: slimCss, html: slimHtml, svg: slimHtml };

/** Takes the layout of the source out of `css` and `html` templates, which minifiers leave as they are. */
export const slimLiterals: Plugin = {
  name: 'slim-literals',
  apply: 'build',
  enforce: 'post',
  transform: {
    filter: { id: /\/elements\/src\/.*\.ts$/, code: /(css|html|svg)`/ },
    handler(code) {
      const edits: Edit[] = [];
      visit(this.parse(code), node => {
        if (node.type !== 'TaggedTemplateExpression' || node.tag.type !== 'Identifier') return;
        const slim = slimmers[node.tag.name];
        if (!slim) return;
        for (const { start, end, value } of node.quasi.quasis) edits.push({ start, end, text: slim(value.raw) });
      });
      return { code: edited(code, edits), map: null };
    },
  },
};
