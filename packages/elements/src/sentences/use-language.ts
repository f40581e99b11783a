import { type DeviceFailureCode, deviceFailure } from '@eyeline/machines';
import type { Source } from '@eyeline/protocol';
import { after } from './after.ts';
import { call } from './call.ts';
import { callStart } from './call-start.ts';
import { cards } from './cards.ts';
import { catalogues, type Given } from './catalogues.ts';
import { chat } from './chat.ts';
import { connection } from './connection.ts';
import { devices } from './devices.ts';
import { doctor, doctorFaults } from './doctor.ts';
import { fallback } from './fallback.ts';
import { fields } from './fields.ts';
import { file } from './file.ts';
import { form } from './form.ts';
import { help } from './help.ts';
import { failureSentences, type Language, type ShownCode, speak } from './language.ts';
import { launcher } from './launcher.ts';
import { milestone } from './milestone.ts';
import { modes } from './modes.ts';
import { moment } from './moment.ts';
import { opening } from './opening.ts';
import { permission } from './permission.ts';
import { proactive } from './proactive.ts';
import { reach } from './reach.ts';
import { widget } from './widget.ts';

/** All that customers read. */
export const given = {
  ...{ after, call, callStart, cards, chat, connection, devices, doctor, doctorFaults, fallback },
  ...{ fields, file, form, help, launcher, milestone, modes, moment, opening, permission, proactive, reach, widget },
};
const fill = catalogues(given);

type ByCode<Code extends string> = Readonly<Partial<Record<Code, string>>>;

/** A language, with as many of its sentences as there are: the others stay English. */
export interface WidgetLanguage extends Language, Given<typeof given> {
  /** By the code of the failure; the codes of devices are those of the camera. */
  readonly failures?: ByCode<ShownCode>;
  /** The same codes where the microphone fails, and where the screen cannot be shown. */
  readonly microphone?: ByCode<DeviceFailureCode>;
  readonly screen?: ByCode<DeviceFailureCode>;
}

/** What was asked for last. */
export let spoken: WidgetLanguage = { tag: 'en', dir: 'ltr' };

let reword: (tag: string) => void = () => {};

/** From the next language on, what is put into the catalogues goes over it each time. */
export function rewordBy(by: typeof reword): void {
  reword = by;
}

/** Has people read another language from now on, in what is drawn already too. */
export function useLanguage(language: WidgetLanguage): void {
  spoken = language;
  const { tag, dir, failures, microphone, screen, ...sentences } = language;
  failureSentences.clear();
  for (const [code, sentence] of Object.entries(failures ?? {})) failureSentences.set(code, sentence);
  for (const [source, given] of Object.entries({ microphone, screen }))
    for (const [code, sentence] of Object.entries(given ?? {}))
      failureSentences.set(deviceFailure(code as DeviceFailureCode, source as Source).message, sentence);
  fill(sentences);
  reword(tag);
  speak({ tag, dir });
}
