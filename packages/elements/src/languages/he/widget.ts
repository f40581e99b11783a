import type { WidgetLanguage } from '../../sentences/use-language.ts';
import { after } from './after.ts';
import { call } from './call.ts';
import { chat } from './chat.ts';
import { doctor } from './doctor.ts';
import { failures } from './failures.ts';
import { launcher } from './launcher.ts';

export const language: WidgetLanguage = {
  tag: 'he',
  dir: 'rtl',
  ...after,
  ...chat,
  ...call,
  ...failures,
  ...doctor,
  ...launcher,
};
