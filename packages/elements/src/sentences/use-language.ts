import { call } from './call.ts';
import { callStart } from './call-start.ts';
import { catalogues, type Given } from './catalogues.ts';
import { chat } from './chat.ts';
import { connection } from './connection.ts';
import { devices } from './devices.ts';
import { doctor, doctorFaults } from './doctor.ts';
import { fallback } from './fallback.ts';
import { file } from './file.ts';
import { form } from './form.ts';
import { help } from './help.ts';
import { failureSentences, type Language, type ShownCode, speak } from './language.ts';
import { milestone } from './milestone.ts';
import { modes } from './modes.ts';
import { moment } from './moment.ts';
import { opening } from './opening.ts';
import { permission } from './permission.ts';
import { widget } from './widget.ts';

const given = {
  ...{ call, callStart, chat, connection, devices, doctor, doctorFaults, fallback },
  ...{ file, form, help, milestone, modes, moment, opening, permission, widget },
};
const fill = catalogues(given);

/** A language, with as many of its sentences as there are: the others stay English. */
export interface WidgetLanguage extends Language, Given<typeof given> {
  /** By the code of the failure. */
  readonly failures?: Readonly<Partial<Record<ShownCode, string>>>;
}

/** Has people read another language from now on, in what is drawn already too. */
export function useLanguage({ tag, dir, failures, ...sentences }: WidgetLanguage): void {
  for (const code in failureSentences) delete failureSentences[code as ShownCode];
  Object.assign(failureSentences, failures);
  fill(sentences);
  speak({ tag, dir });
}
