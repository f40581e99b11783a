import type { Schema } from './schema.ts';
import { schemas } from './schemas.ts';

/** One kind of object of the administration API. */
export interface Kind {
  readonly list: string;
  readonly id: string;
  readonly name: string;
  readonly schema: Schema;
  /** Whether objects are made and removed here; agents come from the call manager. */
  readonly isFixed?: boolean;
}

const ends = { id: 'id', name: 'name' };

/** The objects by the last part of their path. */
export const kinds: Readonly<Record<string, Kind>> = {
  skill: { list: 'skills', id: 'skillId', name: 'skillName', schema: schemas.skill },
  resource: { list: 'resources', id: 'userID', name: 'userID', schema: schemas.resource, isFixed: true },
  resourceGroup: { list: 'resourceGroups', ...ends, schema: schemas.resourceGroup },
  csq: { list: 'csqs', ...ends, schema: schemas.csq },
  team: { list: 'teams', id: 'teamId', name: 'teamname', schema: schemas.team },
  calendar: { list: 'calendars', id: 'calId', name: 'name', schema: schemas.calendar },
};

/** Every element of an object, in the order of its schema. */
export const orderOf = ({ schema }: Kind): readonly string[] =>
  schema.type === 'sequence' ? schema.parts.map(({ name }) => name) : [];
