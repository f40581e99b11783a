import {
  type QueueMedium,
  queueMedia,
  queuePools,
  type RoutingType,
  routingTypes,
  type Selection,
  selections,
} from '../words/uccx-words.ts';
import { type XmlElement, xmlElement } from '../xml/xml-element.ts';
import { competenceElement, linkElement, type SkillLevel } from './links.ts';
import type { UccxLink } from './objects.ts';
import { checkLevels } from './reskill.ts';

/** Whom a queue takes: who has all of the skills, or who is in a resource group. */
export type QueuePoolDraft =
  | { readonly by: 'skills'; readonly skills: readonly SkillLevel[]; readonly selection: Selection }
  | {
      readonly by: 'agents';
      readonly group: UccxLink;
      readonly selection: Selection;
      /** In the order of choice, where the selection goes by it; links of resources. */
      readonly agents?: readonly UccxLink[];
    };

/** A contact service queue as it is to be. */
export interface QueueDraft {
  readonly name: string;
  readonly medium: QueueMedium;
  readonly routing: RoutingType;
  /** Whether a call is followed by wrap-up. */
  readonly autoWork: boolean;
  readonly wrapUpSeconds: number;
  /** Answered within so many seconds, */
  readonly serviceLevelSeconds: number;
  /** … in so many of a hundred cases. */
  readonly serviceLevelPercent: number;
  readonly pool: QueuePoolDraft;
}

/** A voice queue's own values at UCCX. */
export const usualQueue = {
  ...{ medium: 'voice', routing: 'voice', autoWork: false, wrapUpSeconds: 0 },
  ...{ serviceLevelSeconds: 5, serviceLevelPercent: 70 },
} as const satisfies Omit<QueueDraft, 'name' | 'pool'>;

/**
 * The elements that say this.
 * @throws {FinesseError} invalid-input
 */
export function queueElements(draft: Partial<QueueDraft>, base: string): readonly XmlElement[] {
  const { name, medium, routing, autoWork, wrapUpSeconds, pool, serviceLevelSeconds, serviceLevelPercent } = draft;
  const leaf = (element: string, value: string | number | boolean | undefined) =>
    value === undefined ? [] : [xmlElement(element, String(value))];
  return [
    ...leaf('name', name),
    ...leaf('queueType', medium && queueMedia.toTheirs(medium)),
    ...leaf('routingType', routing && routingTypes.toTheirs(routing)),
    ...leaf('autoWork', autoWork),
    ...leaf('wrapupTime', wrapUpSeconds),
    ...leaf('resourcePoolType', pool && queuePools.toTheirs(pool.by)),
    ...leaf('serviceLevel', serviceLevelSeconds),
    ...leaf('serviceLevelPercentage', serviceLevelPercent),
    ...(pool ? [xmlElement('poolSpecificInfo', [poolElement(pool, base)])] : []),
  ];
}

function poolElement(pool: QueuePoolDraft, base: string): XmlElement {
  const selection = xmlElement('selectionCriteria', selections.toTheirs(pool.selection));
  if (pool.by === 'agents') {
    const agents = (pool.agents ?? []).map(agent => linkElement('orderedResources', base, 'resource', agent));
    const group = linkElement('resourceGroupNameUriPair', base, 'resourceGroup', pool.group);
    return xmlElement('resourceGroup', [group, selection, ...agents]);
  }
  checkLevels(pool.skills);
  const competences = pool.skills.map(each => competenceElement({ weight: 1, ...each }, base));
  return xmlElement('skillGroup', [...competences, selection]);
}
