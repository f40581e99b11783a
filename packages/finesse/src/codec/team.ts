import { childOf, filledText, type XmlElement } from '../xml/xml-element.ts';
import { type FinesseUser, readUsers } from './user.ts';

/** A team and the voice states of those in it. */
export interface FinesseTeam {
  readonly id: string;
  readonly name: string;
  readonly users: readonly FinesseUser[];
}

/** Reads a `<Team>` (answers) or `<team>` (older notifications). */
export function readTeam(element: XmlElement | undefined): FinesseTeam | undefined {
  const id = filledText(element, 'id') ?? filledText(element, 'uri')?.split('/').at(-1);
  if (!id) return undefined;
  return { id, name: filledText(element, 'name') ?? '', users: readUsers(childOf(element, 'users')) };
}
