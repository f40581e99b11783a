import { css } from 'lit';
import type { WidgetElement } from './widget-element.ts';

/** The site's own never takes the room of the conversation. */
const { styleSheet } = css`
  .body > slot {
    display: block;
    flex: none;
    max-height: 20cqh;
    overflow: auto;
  }

  .body:not(:has(> eyeline-pre-chat-form)) > slot[name='empty'] {
    display: none;
  }
`;

function slot(name: string, into = ''): HTMLSlotElement {
  const element = document.createElement('slot');
  element.name = name;
  element.slot = into;
  return element;
}

/**
 * What a site puts into the widget is handed on into the panel, and nothing closes one that is not in the corner: whenever it is
 * drawn anew.
 */
export async function arrangePanel(widget: WidgetElement): Promise<void> {
  const panel = widget.shadowRoot?.querySelector('eyeline-chat-panel');
  const isInCorner = widget.display === 'corner';
  panel?.setAttribute('role', isInCorner ? 'dialog' : 'region');
  if (panel && !isInCorner) panel.onClose = null;
  else if (panel)
    panel.onClose ??= () => {
      widget.open = false;
    };
  const button = widget.shadowRoot?.querySelector('.launcher');
  if (button && !button.querySelector('slot') && widget.querySelector(':scope > [slot=launcher]'))
    button.prepend(slot('launcher'));
  await panel?.updateComplete;
  const body = panel?.shadowRoot?.querySelector('.body');
  if (!panel?.shadowRoot || !body || body.querySelector(':scope > slot')) return;
  if (styleSheet) panel.shadowRoot.adoptedStyleSheets.push(styleSheet);
  panel.append(...['header', 'empty', 'footer'].map(name => slot(name, name)));
  body.prepend(slot('header'), slot('empty'));
  body.append(slot('footer'));
}
