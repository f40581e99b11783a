import { secondarySupervisorElement } from '../words/uccx-words.ts';
import { type XmlElement, xmlElement } from '../xml/xml-element.ts';
import { linkElement } from './links.ts';
import type { UccxLink } from './objects.ts';

/** A team as it is to be. Supervisors and agents are named by their user ids. */
export interface TeamDraft {
  readonly name: string;
  readonly primarySupervisor?: UccxLink;
  readonly secondarySupervisors?: readonly UccxLink[];
  readonly agents?: readonly UccxLink[];
  readonly queues?: readonly UccxLink[];
}

/** The elements that say this, in UCCX's spelling. */
export function teamElements(draft: Partial<TeamDraft>, base: string): readonly XmlElement[] {
  const { name, primarySupervisor, secondarySupervisors, agents, queues } = draft;
  const list = (element: string, item: string, kind: string, links: readonly UccxLink[] | undefined) =>
    links
      ? [
          xmlElement(
            element,
            links.map(link => linkElement(item, base, kind, link)),
          ),
        ]
      : [];
  return [
    ...(name === undefined ? [] : [xmlElement('teamname', name)]),
    ...(primarySupervisor ? [linkElement('primarySupervisor', base, 'resource', primarySupervisor)] : []),
    ...list('secondarySupervisors', secondarySupervisorElement, 'resource', secondarySupervisors),
    ...list('resources', 'resource', 'resource', agents),
    ...list('csqs', 'csq', 'csq', queues),
  ];
}
