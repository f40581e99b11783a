import type { HelpedPicture, Role } from '@eyeline/protocol';
import type { CallPeople, CallPerson } from '../call/call-people.ts';

/** Somebody's picture of that source, where there is one to be seen. */
export function pictureOf({ participantId, screen, absence }: CallPerson, source: HelpedPicture['source']) {
  const isSeen = source === 'screen' ? screen !== null : absence === null;
  return isSeen ? { participantId, source } : null;
}

const picturesOf = (person: CallPerson) =>
  (['screen', 'camera'] as const).flatMap(source => pictureOf(person, source) ?? []);

/** What people help each other on: what the customer shows, and else what there is. A screen goes before a camera. */
export function helpedPicture({ own, others }: CallPeople, role: Role): HelpedPicture | null {
  const owns = own ? picturesOf(own) : [];
  const theirs = others.flatMap(picturesOf);
  return (role === 'customer' ? [...owns, ...theirs] : [...theirs, ...owns])[0] ?? null;
}
