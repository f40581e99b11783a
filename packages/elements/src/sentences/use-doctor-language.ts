import { catalogues, type Given } from './catalogues.ts';
import { doctor, doctorFaults } from './doctor.ts';
import { useLanguage, type WidgetLanguage } from './use-language.ts';

const given = { doctor, doctorFaults };
const fill = catalogues(given);

/** A language for those who look whether a call would work. */
export interface DoctorLanguage extends WidgetLanguage, Given<typeof given> {}

/** Has people read another language from now on, in the doctor too. */
export function useDoctorLanguage(language: DoctorLanguage): void {
  fill(language);
  useLanguage(language);
}
