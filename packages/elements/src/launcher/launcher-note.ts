import { language } from '../sentences/language.ts';

/** Plain CSS in a root of its own, since it stands in the loader's button too, which has no Lit. */
const noteCss = `:host{position:absolute;right:72px;bottom:0;display:flex;align-items:center;min-height:60px;width:max-content;max-width:min(230px,100vw - 130px)}:host([data-left]){right:auto;left:72px}p{margin:0;padding:8px 12px;border:1px solid color-mix(in oklab,var(--_text) 14%,var(--_surface));border-radius:12px;background:var(--_surface);color:var(--_text);font:13px/18px var(--eyeline-font,system-ui,sans-serif);box-shadow:0 1px 2px #0c101c14,0 2px 8px #0c101c14;overflow-wrap:anywhere;text-align:start;user-select:text}:host{--_surface:var(--eyeline-color-surface,light-dark(#fff,#17191d));--_text:var(--eyeline-color-text,light-dark(#15181e,#eceef2))}bdi{unicode-bidi:isolate}`;

/** A sentence with isolated names as nodes: the marks would be copied with the text. */
export const nodesOf = (text: string): Node[] =>
  text.split(/[\u2068\u2069]/).map((part, index) => {
    if (index % 2 === 0) return document.createTextNode(part);
    return Object.assign(document.createElement('bdi'), { textContent: part });
  });

/** A sentence beside the round button, in the language that is spoken. */
export class LauncherNote {
  readonly #element = document.createElement('div');
  /** Said aloud when it becomes so, once. */
  readonly #text = Object.assign(document.createElement('p'), { role: 'status' });

  constructor(isLeft: boolean) {
    const root = this.#element.attachShadow({ mode: 'open' });
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(noteCss);
    root.adoptedStyleSheets = [sheet];
    root.append(this.#text);
    this.#element.toggleAttribute('data-left', isLeft);
  }

  show(root: ShadowRoot, sentence: string): void {
    if (this.#text.textContent !== sentence.replace(/[\u2068\u2069]/g, ''))
      this.#text.replaceChildren(...nodesOf(sentence));
    this.#text.lang = language.tag;
    this.#text.dir = language.dir;
    if (this.#element.parentNode !== root) root.append(this.#element);
  }

  remove(): void {
    this.#element.remove();
  }
}
