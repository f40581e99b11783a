import type { MediaEvent, MediaInput, mediaHole } from '@eyeline/machines';
import { type EventObject, fromCallback } from 'xstate';
import type { Line } from '../line/line.ts';

export const mediaOver = (_line: Line): typeof mediaHole =>
  fromCallback<MediaEvent & EventObject, MediaInput>(() => {});
