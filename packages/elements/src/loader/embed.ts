import { createCustomerSession } from '@eyeline/sdk';
import { html, render } from 'lit';
import '../widget/define.ts';
import { nextTask } from '../controller/next-task.ts';
import { notWorking } from '../sentences/loader.ts';
import type { Frame } from './frame.ts';

/** Where a page lets nobody vouch for markup (Trusted Types), or is XML, Lit draws nothing; whoever builds the page is told why. */
function checkTemplates(): void {
  try {
    // No XML has such an attribute.
    render(html`<i ?hidden=${true}></i>`, document.createElement('i'));
  } catch (cause) {
    throw new Error('eyeline.js: add eyeline to trusted-types of this page, and send it as text/html.', { cause });
  }
}

/** Whether this tab was in a conversation. */
function wasHere(key: string): boolean {
  try {
    return key in sessionStorage;
  } catch {
    return true;
  }
}

/** How long the chat stays away at most for a command that was given before, ms. */
const longestMs = 1_000;

/** Puts the widget into the page in the place of the button, with a session of its own. Called by the loader. */
export async function embed(frame: Frame): Promise<void> {
  const { tag, problem, later = [] } = frame;
  await nextTask();
  problem.textContent = notWorking;
  checkTemplates();
  const { language = document.documentElement.lang, sentences, modes = '', getProof = '', getIdentity } = tag;
  const { entryPoint = '', accent, theme, label, position, testPicture, picture, server, display } = tag;
  // Everything is written in English; where another one does not come it stays so.
  if (!/^(en|$)/.test(language))
    await import('../languages/widget.ts').then(it => it.speakLanguage(language)).catch(console.error);
  if (sentences)
    await import('../languages/site-sentences.ts').then(it => it.useSiteSentences(sentences)).catch(console.error);
  const widget = document.createElement('eyeline-widget');
  if (accent) widget.style.setProperty('--eyeline-color-accent', accent);
  if (theme === 'light' || theme === 'dark') widget.theme = theme;
  if (label) widget.label = label;
  if (position === 'left') widget.position = position;
  if (display) await import('../widget/arrange.ts').then(it => it.arrangeByTag(widget, tag));
  widget.testPicture = testPicture !== undefined;
  if (picture === 'test') widget.picture = picture;
  widget.modes = modes;
  Object.assign(widget.dataset, tag);
  widget.session = createCustomerSession({
    entryPointId: entryPoint,
    url: server || new URL(import.meta.url).origin,
    // The name of a global function.
    getProof: Reflect.get(window, getProof),
    identity: getIdentity ? { token: Reflect.get(window, getIdentity) } : null,
  });
  await nextTask();
  // One after the other, but nobody waits long for what they come to: a page may never give its token.
  for (const [command, ...args] of later)
    await Promise.race([widget.run(command, ...args).catch(console.error), nextTask(longestMs)]);
  // Where another tab of the site is in a conversation it is there, and not in the way.
  widget.open = !!frame.focus || !!display || wasHere(`eyeline.customer.${entryPoint}`);
  document.body.append(widget);
  frame.host.remove();
  frame.host = widget;
  if (frame.focus) setTimeout(() => widget.focus());
}
