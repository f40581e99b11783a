import type { ScenarioInput } from './scenario.ts';

/** The reasons that Finesse records by itself; recorded on a UCCX. */
export const systemReasons: ScenarioInput['reasonCodes'] = [
  { id: '101', category: 'LOGOUT', code: 255, label: 'Connection Failure', systemCode: true },
  { id: '102', category: 'LOGOUT', code: 22, label: 'Supervisor Initiated', systemCode: true },
  { id: '103', category: 'NOT_READY', code: 33, label: 'Supervisor Initiated', systemCode: true },
  { id: '104', category: 'NOT_READY', code: 32_763, label: 'Call Not Answered', systemCode: true },
  { id: '105', category: 'NOT_READY', code: 32_762, label: 'Offhook', systemCode: true },
  { id: '106', category: 'NOT_READY', code: 32_761, label: 'Non ACD Busy', systemCode: true },
  { id: '107', category: 'NOT_READY', code: 32_760, label: 'Agent Logon', systemCode: true },
  { id: '108', category: 'NOT_READY', code: 32_759, label: 'Phone Failure', systemCode: true },
  { id: '109', category: 'NOT_READY', code: 32_758, label: 'Wrap Up Timer Expiry', systemCode: true },
  { id: '110', category: 'NOT_READY', code: 32_755, label: 'Call Ended', systemCode: true },
];

/** A small centre of two teams: two people's accounts, a supervisor, a service account, and five agents who work by script. */
export const defaultScenario: ScenarioInput = {
  teams: [
    { id: '1', name: 'Loans' },
    { id: '2', name: 'Service' },
  ],
  skills: [
    { id: '1', name: 'Loans' },
    { id: '2', name: 'Service' },
    { id: '3', name: 'Video' },
  ],
  reasonCodes: [
    { id: '1', category: 'NOT_READY', code: 12, label: 'Lunch' },
    { id: '2', category: 'NOT_READY', code: 10, label: 'Team Meeting' },
    { id: '3', category: 'NOT_READY', code: 800, label: 'Video call' },
    { id: '4', category: 'LOGOUT', code: 21, label: 'End of Shift' },
    ...systemReasons,
  ],
  users: [
    person('1001', 'Ada', 'Park', '1', '2001', { Loans: 8, Video: 7 }),
    person('1002', 'Ben', 'Sole', '2', '2002', { Service: 6, Video: 5 }),
    {
      ...person('1010', 'Sue', 'Visor', '1', '2010', {}),
      roles: ['Agent', 'Supervisor'],
      supervises: ['1', '2'],
    },
    {
      id: 'eyeline',
      firstName: 'Service',
      lastName: 'Account',
      password: 'box',
      roles: ['Supervisor'],
      administrator: true,
      supervises: ['1', '2'],
    },
    ...['Cleo', 'Dan', 'Eve', 'Finn', 'Gia'].map((firstName, index) => ({
      ...person(`110${index + 1}`, firstName, 'Script', index % 2 === 0 ? '1' : '2', `210${index + 1}`, {
        Service: 5,
        Loans: 3,
      }),
      script: {},
    })),
  ],
  csqs: [
    { id: '1', name: 'Loans', skills: { Loans: 1 } },
    { id: '2', name: 'Service', skills: { Service: 1 } },
    { id: '3', name: 'Video', queueType: 'CHAT', skills: { Video: 1 } },
  ],
  calendars: [
    {
      id: '1',
      name: 'Office',
      days: ['MON', 'TUE', 'WED', 'THU', 'FRI'],
      holidays: [{ name: 'New Year', date: '2027-01-01' }],
    },
  ],
  domains: [{ id: '5001', name: 'Video_MRD', interruptible: false, maxDialogLimit: 1 }],
  feeds: [{ id: '101212', name: 'Video feed', domain: '5001' }],
  calls: { perMinute: 12 },
};

function person(
  id: string,
  firstName: string,
  lastName: string,
  team: string,
  extension: string,
  skills: Record<string, number>,
) {
  return { id, loginName: firstName.toLowerCase(), firstName, lastName, password: 'box', team, extension, skills };
}
