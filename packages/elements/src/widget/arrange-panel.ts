import type { Arranged } from './display.ts';

/** Nothing closes a panel that is not in the corner, and it is a part of the page instead of a dialog: whenever it is drawn anew. */
export function arrangePanel(widget: Arranged): void {
  const panel = widget.shadowRoot?.querySelector('eyeline-chat-panel');
  if (!panel) return;
  const isInCorner = widget.display === 'corner';
  panel.setAttribute('role', isInCorner ? 'dialog' : 'region');
  if (!isInCorner) panel.onClose = null;
  else
    panel.onClose ??= () => {
      widget.open = false;
    };
}
