import { type DoctorLanguage, useDoctorLanguage } from '../sentences/use-doctor-language.ts';
import { speaker } from './speaker.ts';
import { widgetLanguages } from './widget.ts';

type DoctorSentences = Omit<DoctorLanguage, 'tag' | 'dir'>;

const doctors: Readonly<Record<string, () => Promise<DoctorSentences>>> = {
  de: async () => (await import('./de/doctor.ts')).doctor,
};

const doctorLanguages = Object.fromEntries(
  Object.entries(widgetLanguages).map(([tag, load]) => [
    tag,
    async (): Promise<DoctorLanguage> => {
      const [shared, own] = await Promise.all([load(), doctors[tag]?.()]);
      return { ...shared, ...own };
    },
  ]),
);

/** Has those who look whether a call would work read the first of the languages that there is; English where there is none. */
export const speakDoctorLanguage = speaker(doctorLanguages, language =>
  useDoctorLanguage(language ?? { tag: 'en', dir: 'ltr' }),
);
