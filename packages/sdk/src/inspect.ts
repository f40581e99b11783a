import type { InspectionEvent, Observer } from 'xstate';

/** What XState's `createActor` takes under that name. What it sees holds what people wrote, and tokens. */
export type Inspect = ((seen: InspectionEvent) => void) | Observer<InspectionEvent>;
