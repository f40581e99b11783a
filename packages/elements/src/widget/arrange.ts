import { arrangePanel } from './arrange-panel.ts';
import { arrangedStyles } from './arranged-styles.ts';
import { type Arranged, displays } from './display.ts';

/** Puts it into the element that `target` names, also where a router has made that anew. */
function settle(widget: Arranged): void {
  const target = widget.getAttribute('target');
  const into = target ? document.querySelector(target) : null;
  if (into && into !== widget.parentElement) into.append(widget);
}

/**
 * Has a widget stand where its `display` says: what is not in the corner opens by itself, and what is in the flow is in no layer
 * above the page. Loaded by who wants that; the others do without.
 */
export function arrange(widget: Arranged): void {
  const sheets = widget.shadowRoot?.adoptedStyleSheets;
  const { styleSheet } = arrangedStyles;
  if (!sheets || !styleSheet || sheets.includes(styleSheet)) return;
  sheets.push(styleSheet);
  let { display } = widget;
  place(widget);
  arrangePanel(widget);
  widget.addController({
    hostUpdated: () => {
      arrangePanel(widget);
      if (widget.display === display) return;
      ({ display } = widget);
      place(widget);
    },
  });
}

function place(widget: Arranged): void {
  if (widget.display !== 'corner') widget.open = true;
  Reflect.deleteProperty(widget, 'togglePopover');
  if (!widget.isConnected) return;
  widget.togglePopover?.(widget.display !== 'inline');
  if (widget.display !== 'inline') return;
  // This is what the loader does when a router has put another page in the place of this one.
  widget.togglePopover = () => {
    settle(widget);
    return false;
  };
  settle(widget);
}

/** What a script tag says of the place. */
export function arrangeByTag(widget: Arranged, { display, target = '' }: DOMStringMap): void {
  const wanted = displays.find(one => one === display);
  if (wanted) widget.display = wanted;
  widget.setAttribute('target', target);
}
