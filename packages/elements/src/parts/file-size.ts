import { locale } from '../sentences/locale.ts';

const units = ['byte', 'kilobyte', 'megabyte'] as const;

/** A length as people say it: `820 kB`. */
export function sizeOf(bytes: number): string {
  const power = bytes < 1000 ? 0 : bytes < 999_500 ? 1 : 2;
  const digits = power === 2 ? 1 : 0;
  const unit = units[power];
  return (bytes / 1000 ** power).toLocaleString(locale(), {
    ...{ style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits },
  });
}
