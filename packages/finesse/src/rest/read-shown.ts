import { readTasks, type TaskDialog } from '../codec/dialog.ts';
import { type FinesseMedia, readMediaList } from '../codec/media.ts';
import { FinesseError } from '../finesse-error.ts';
import { answers } from '../sentences/answers.ts';
import { parseXml, type XmlLimits } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';

// As long as one agent's domains and tasks may be.
const limits: XmlLimits = { maxLength: 100_000, maxDepth: 40 };

/**
 * What Finesse showed an agent of the own domains, as somebody else handed it on.
 * @throws {FinesseError} unexpected-answer
 */
export const readShownMedia = (text: string): readonly FinesseMedia[] => readMediaList(parse(text));

/**
 * What Finesse showed an agent of the own tasks, as somebody else handed it on.
 * @throws {FinesseError} unexpected-answer
 */
export const readShownTasks = (text: string): readonly TaskDialog[] => readTasks(parse(text));

function parse(text: string): XmlElement {
  try {
    return parseXml(text, limits);
  } catch (cause) {
    throw new FinesseError('unexpected-answer', answers.gadgetReadOther, { cause });
  }
}
