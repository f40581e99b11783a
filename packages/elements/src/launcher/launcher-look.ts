import type { EntryPointStanding } from '@eyeline/protocol';
import { LauncherNote } from './launcher-note.ts';
import { closedWords, type WhenClosed } from './when-closed.ts';

/** The button of the loader is alone in its root; the widget's is named by its class. */
const button = (rules: string) => `:host(x-eyeline) button,.launcher{${rules}}`;

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}

/** How the round button looks, by whether it is open: the loader's, and the widget's in its place. */
export class LauncherLook {
  readonly #root: ShadowRoot;
  readonly #whenClosed: WhenClosed;
  readonly #note: LauncherNote;
  readonly #closed: CSSStyleSheet;

  constructor(root: ShadowRoot, whenClosed: WhenClosed, isLeft: boolean) {
    this.#root = root;
    this.#whenClosed = whenClosed;
    this.#note = new LauncherNote(isLeft);
    this.#closed = sheetOf(button(whenClosed === 'hide' ? 'display:none' : 'filter:grayscale(1)'));
  }

  /**
   * @param standing null: nobody knows, so it is as ever
   * @param isNoted is there room for a sentence beside it
   */
  show(standing: EntryPointStanding | null, now: number, isNoted: boolean): void {
    const isClosed = standing?.isOpen === false;
    const others = this.#root.adoptedStyleSheets.filter(one => one !== this.#closed);
    this.#root.adoptedStyleSheets = isClosed ? [...others, this.#closed] : others;
    const words = isClosed && this.#whenClosed === 'say' ? closedWords(standing, now) : '';
    const launcher = this.#root.querySelector(this.#root.host.localName === 'x-eyeline' ? 'button' : '.launcher');
    if (launcher) launcher.ariaDescription = words ? words.replace(/[\u2068\u2069]/g, '') : null;
    if (words && isNoted) this.#note.show(this.#root, words);
    else this.#note.remove();
  }
}
