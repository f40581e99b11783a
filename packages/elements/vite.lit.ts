import { replacing } from './vite.replace.ts';

/** Lit without what it does where style sheets cannot be adopted: in every browser that is supported they can. */
export const slimLit = () =>
  replacing(
    'vite.lit.ts',
    [
      {
        package: '@lit/reactive-element',
        module: 'css-tag.js',
        code: `export const supportsAdoptingStyleSheets = true;
        export class CSSResult {
          _$cssResult$ = true;
          #sheet;
          constructor(cssText) {
            this.cssText = cssText;
          }
          get styleSheet() {
            if (!this.#sheet) {
              this.#sheet = new CSSStyleSheet();
              this.#sheet.replaceSync(this.cssText);
            }
            return this.#sheet;
          }
          toString() {
            return this.cssText;
          }
        }
        export const unsafeCSS = text => new CSSResult(String(text));
        export const css = ({ raw }, ...values) => new CSSResult(String.raw({ raw }, ...values));
        export const getCompatibleStyle = style => style;
        export const adoptStyles = (root, styles) => {
          root.adoptedStyleSheets = styles.map(style => style.styleSheet ?? style);
        };`,
      },
    ],
    [],
  );
