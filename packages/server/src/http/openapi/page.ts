import { createHash } from 'node:crypto';
import { apiPage } from '../../settings/sentences/api-page.ts';
import { type Answer, answerOf, type DescribedOperation, type OpenApi } from './describe-api.ts';
import { html, Markup } from './markup.ts';
import { pageStyle } from './page-style.ts';
import { typeText } from './type-text.ts';

const words = apiPage.page;
const hash = createHash('sha256').update(pageStyle).digest('base64');

/** It loads nothing and runs nothing; its style is the one that it came with. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${hash}'`,
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

interface Shown extends DescribedOperation {
  readonly method: string;
  readonly path: string;
  /** By status. */
  readonly answers: readonly (readonly [string, Answer])[];
}

/** The description of the API for people. */
export function apiPageHtml(api: OpenApi): string {
  const { info, tags, paths, components } = api;
  const all: readonly Shown[] = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      ...{ path, method: method.toUpperCase() },
      answers: Object.keys(operation.responses).flatMap(status => {
        const answer = answerOf(api, operation, status);
        return answer ? [[status, answer] as const] : [];
      }),
    })),
  );
  const groups = tags.map(tag => ({ ...tag, operations: all.filter(one => one.tags.includes(tag.name)) }));
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${info.title}</title>
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<header><h1>${info.title}</h1><p>${info.description}</p><p><a href="openapi.json">${words.document}</a></p></header>
<div class="columns">
<nav aria-label="${words.contents}">${groups.map(
    ({ description, operations }) =>
      html`<p>${description}</p><ul>${operations.map(one => html`<li><a href="#${one.operationId}">${one.summary}</a></li>`)}</ul>`,
  )}<p><a href="#shapes">${words.shapes}</a></p></nav>
<main>${groups.map(
    ({ description, operations }) => html`<section><h2>${description}</h2>${operations.map(operationHtml)}</section>`,
  )}<section id="shapes"><h2>${words.shapes}</h2>${Object.entries(components.schemas).map(
    ([name, schema]) =>
      html`<article id="shape-${name}"><h3>${name}</h3><pre>${spread(typeText(schema))}</pre></article>`,
  )}</section></main>
</div>
</body>
</html>
`.text;
}

function operationHtml(operation: Shown): Markup {
  const { method, path, operationId, summary, parameters, requestBody, answers } = operation;
  const permitted = operation['x-permissions'];
  return html`<article id="${operationId}" aria-labelledby="${operationId}-name">
<h3 id="${operationId}-name">${summary}</h3>
<div class="way"><span class="method">${method}</span> <code>${path}</code></div>
<p class="who">${permitted.length === 0 ? words.anybody : words.needed(permitted)} · <code>${operationId}</code></p>
${
  parameters.length === 0
    ? ''
    : html`<h4>${words.parameters}</h4><dl>${parameters.map(
        one =>
          html`<dt><code>${one.name}</code></dt><dd><code>${typeText(one.schema)}</code>, ${one.required ? words.required : words.optional}${one.description ? `. ${one.description}` : ''}</dd>`,
      )}</dl>`
}${
  requestBody
    ? Object.entries(requestBody.content).map(
        ([type, { schema, example }]) =>
          html`<h4>${words.body} (${type}${requestBody.required ? '' : `, ${words.optional}`})</h4>${
            type === 'application/json' ? html`<pre>${spread(typeText(schema))}</pre>` : ''
          }${
            example === undefined ? '' : html`<h4>${words.example}</h4><pre>${JSON.stringify(example, null, 2)}</pre>`
          }`,
      )
    : ''
}${answers
  .filter(([, answer]) => !answer['x-codes'])
  .map(([status, { content }]) =>
    Object.entries(content ?? {}).map(
      ([type, { schema }]) =>
        html`<h4>${words.answer} ${status} (${type})</h4>${
          type === 'application/json' ? html`<pre>${spread(typeText(schema))}</pre>` : ''
        }`,
    ),
  )}<h4>${words.refusals}</h4><dl>${answers
    .filter(([, answer]) => answer['x-codes'])
    .map(
      ([status, answer]) =>
        html`<dt>${status} <code>${(answer['x-codes'] ?? []).join(', ')}</code></dt><dd>${answer.description}</dd>`,
    )}</dl>
</article>
`;
}

/** A type on lines of its own, as far as it nests. */
function spread(type: string): string {
  let depth = 0;
  return type.replaceAll('readonly ', '').replace(/\{ | \}|; /g, part => {
    if (part === '{ ') depth += 1;
    if (part === ' }') depth -= 1;
    const line = `\n${'  '.repeat(depth)}`;
    return part === '{ ' ? `{${line}` : part === ' }' ? `${line}}` : `;${line}`;
  });
}
