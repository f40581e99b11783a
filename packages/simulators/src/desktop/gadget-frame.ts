import type { GadgetSpec } from './gadget-spec.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, character => escapes[character] ?? '');

/** The document of a gadget's frame: Shindig's part of it first, then the gadget's own, with the desktop's addresses. */
export function gadgetFrame({ title, content }: GadgetSpec, preferences: Readonly<Record<string, string>>): string {
  const own = content
    .replace(/<!DOCTYPE[^>]*>/i, '')
    .replace(/__UP_(\w+?)__/g, (_macro, name: string) => escapeHtml(preferences[name] ?? ''));
  return `<!DOCTYPE html><meta charset="utf-8"><title>${escapeHtml(title)}</title><script src="/desktop/assets/js/gadgets.js"></script>${own}`;
}
