import { useLanguage, type WidgetLanguage } from './use-language.ts';

/** A language for those who look whether a call would work: customers may do so before a call. */
export type DoctorLanguage = WidgetLanguage;

/** Has people read another language from now on, in the doctor too. */
export const useDoctorLanguage: (language: DoctorLanguage) => void = useLanguage;
