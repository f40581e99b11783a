import { css, html, type TemplateResult } from 'lit';
import { language } from '../sentences/language.ts';

/** A person without a picture: the first letters of their name, or `nobody` where it has none, as a number. Needs the styles `avatars`. */
export const avatar = (name: string, nobody?: TemplateResult): TemplateResult => html`
  <span class="avatar" aria-hidden="true">${initials(name) || nobody}</span>
`;

export const avatars = css`
  .avatar {
    display: grid;
    place-items: center;
    flex: none;
    width: 36px;
    height: 36px;
    border-radius: 50%;
    background: var(--_accent-tint);
    color: var(--_accent-text);
    font-weight: 600;
    letter-spacing: 0.02em;
    user-select: none;
  }
`;

/** A letter where there is one, not the bracket before it. */
const firstOf = (name: string): string => /[\p{L}\p{N}]/u.exec(name)?.[0] ?? Array.from(name)[0] ?? '';

/** At most two letters: of the first and of the last name. Of a telephone number none. */
export function initials(name: string): string {
  if (!/\p{L}/u.test(name)) return '';
  const names = name.trim().split(/\s+/);
  const letters = names.length > 1 ? [names.at(0), names.at(-1)] : names;
  return letters.map(one => firstOf(one ?? '').toLocaleUpperCase(language.tag)).join('');
}
