import { type ReasonCategory, reasonCategories } from '../words/finesse-words.ts';
import { booleanOf, childrenOf, filledText, numberOf, type XmlElement } from '../xml/xml-element.ts';
import { optional } from './optional.ts';

/** A not-ready or sign-out reason of this cluster. */
export interface ReasonCode {
  /** Finesse's own id, which `reasonCodeId` takes. It differs from cluster to cluster. */
  readonly id: string;
  /** The number in reports. */
  readonly code?: number;
  readonly label: string;
  readonly category: ReasonCategory;
  /** Set by Finesse itself; nobody may choose it. */
  readonly isSystem: boolean;
  readonly isForAll: boolean;
}

/** Reads one `<ReasonCode>`; without an `<id>` the last part of its `<uri>` is the id. Undefined when it has neither. */
export function readReasonCode(element: XmlElement | undefined): ReasonCode | undefined {
  const id = filledText(element, 'id') ?? filledText(element, 'uri')?.split('/').at(-1);
  if (!id) return undefined;
  return {
    id,
    label: filledText(element, 'label') ?? '',
    category: reasonCategories.fromTheirs(filledText(element, 'category'), 'not-ready'),
    isSystem: booleanOf(element, 'systemCode') ?? false,
    isForAll: booleanOf(element, 'forAll') ?? false,
    ...optional('code', numberOf(element, 'code')),
  };
}

/** Reads a `<ReasonCodes>` list. */
export function readReasonCodes(element: XmlElement): readonly ReasonCode[] {
  return childrenOf(element, 'ReasonCode').flatMap(child => readReasonCode(child) ?? []);
}

/** A `reasonCodeId` as Finesse sends it: missing, empty and `-1` all say that there is none. */
export function readReasonCodeId(text: string | undefined): string | undefined {
  return text === undefined || text === '' || text === '-1' ? undefined : text;
}
