/** One kind of object of the administration API. */
export interface Kind {
  readonly list: string;
  readonly id: string;
  readonly name: string;
  /** Every element in the order of the schema; those with `?` may be missing. */
  readonly order: readonly string[];
  /** Whether objects are made and removed here; agents come from the call manager. */
  readonly isFixed?: boolean;
}

const ends = { list: 'list', id: 'id', name: 'name' };

/** The objects by the last part of their path. `teamname` and `secondrySupervisor` are Cisco's spellings. */
export const kinds: Readonly<Record<string, Kind>> = {
  skill: { list: 'skills', id: 'skillId', name: 'skillName', order: ['self?', 'skillId?', 'skillName'] },
  resource: {
    ...{ list: 'resources', id: 'userID', name: 'userID', isFixed: true },
    order: [
      ...[
        'self',
        'userID',
        'firstName',
        'lastName',
        'extension',
        'alias',
        'resourceGroup?',
        'skillMap',
        'autoAvailable',
      ],
      ...['type', 'team', 'primarySupervisorOf', 'secondarySupervisorOf', 'csqMap?'],
    ],
  },
  resourceGroup: { ...ends, list: 'resourceGroups', order: ['self?', 'id?', 'name'] },
  csq: {
    ...{ ...ends, list: 'csqs' },
    order: [
      ...['self?', 'id?', 'name', 'queueType', 'routingType', 'queueAlgorithm', 'autoWork', 'wrapupTime'],
      ...['resourcePoolType', 'serviceLevel', 'serviceLevelPercentage', 'poolSpecificInfo', 'prompt?'],
    ],
  },
  team: {
    ...{ list: 'teams', id: 'teamId', name: 'teamname' },
    order: ['self?', 'teamId?', 'teamname', 'primarySupervisor?', 'secondarySupervisors?', 'resources?', 'csqs?'],
  },
  calendar: {
    ...{ list: 'calendars', id: 'calId', name: 'name' },
    order: ['self?', 'calId?', 'name', 'timeZone', 'description?', 'calendarType', 'businessDays?', 'holidays?'],
  },
};
