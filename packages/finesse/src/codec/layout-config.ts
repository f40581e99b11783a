import { booleanOf, textOf, type XmlElement, xmlElement } from '../xml/xml-element.ts';

/** The desktop's layout: of everybody, or of a team. */
export interface LayoutConfig {
  /** The layout's own XML, as text. */
  readonly layout: string;
  /** Teams only: the layout of everybody is used, and `layout` is ignored. */
  readonly useDefault: boolean;
}

/** Reads a `<LayoutConfig>` or `<TeamLayoutConfig>`. */
export function readLayoutConfig(element: XmlElement): LayoutConfig {
  return { layout: textOf(element, 'layoutxml') ?? '', useDefault: booleanOf(element, 'useDefault') ?? false };
}

/** What to write for everybody's layout. */
export function writeDefaultLayout(layout: string): XmlElement {
  return xmlElement('LayoutConfig', [xmlElement('layoutxml', layout)]);
}

/** What to write for a team's layout. */
export function writeTeamLayout({ layout, useDefault }: LayoutConfig): XmlElement {
  return xmlElement('TeamLayoutConfig', [
    xmlElement('useDefault', String(useDefault)),
    xmlElement('layoutxml', layout),
  ]);
}
