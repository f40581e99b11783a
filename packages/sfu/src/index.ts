export type { Produce } from './peer.ts';
export type { RoomRules } from './room-rules.ts';
export { createSfu, type Sfu, type SfuStats } from './sfu.ts';
export { SfuError, type SfuErrorCode } from './sfu-error.ts';
export type { SfuLog, SfuOptions, SfuState } from './sfu-options.ts';
