import { childOf, type XmlElement } from '../xml/xml-element.ts';
import { anyText, between, invalid, matching, oneOf, type Schema, says, sequence } from './schema.ts';

const mostSkills = 50;
const level = between(1, 10, 'The competence level must be between 1 and 10.');
const whole = between(0, 7_200, 'The value must be a number of seconds.');
const yesOrNo = oneOf('true', 'false');
const link = sequence({ refURL: anyText });
const clock = matching(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'The time must be HH:MM.');
const identity = { 'self?': anyText };

const competence = sequence({ competencelevel: level, skillNameUriPair: link });
const weighedCompetence = sequence({ competencelevel: level, skillNameUriPair: link, 'weight?': anyText });
const longest = ['Longest Available', 'Most Handled Contacts', 'Shortest Average Handle Time'];
const bySkill = ['Most Skilled', 'Least Skilled', 'Most Skilled by Weight', 'Least Skilled by Weight'];
const byOrder = ['Most Skilled by Order', 'Least Skilled by Order'];

function atMost(name: string, most: number, message: string) {
  return (element: XmlElement) => {
    if (element.children.filter(child => child.name === name).length > most) throw invalid(message);
  };
}

/** The pool that is named must be the one that is told, and what a router without people needs must be there. */
function checkQueue(csq: XmlElement): void {
  const pool = childOf(csq, 'poolSpecificInfo');
  const wanted = says(csq, 'resourcePoolType', 'SKILL_GROUP') ? 'skillGroup' : 'resourceGroup';
  if (!childOf(pool, wanted)) throw invalid(`The poolSpecificInfo has no ${wanted}, which the resourcePoolType names.`);
  if (says(csq, 'routingType', 'NONINTERACTIVE'))
    throw invalid('accountUserId is missing for NonInteractive routing type CSQ');
}

function checkInterval(interval: XmlElement): void {
  const [from = '', to = ''] = ['startTime', 'endTime'].map(name => childOf(interval, name)?.text);
  if (to <= from) throw invalid('The endTime must be after the startTime.', `${from} - ${to}`);
}

/** What each kind of object is. `teamname` and `secondrySupervisor` are Cisco's spellings. */
export const schemas = {
  skill: sequence({ ...identity, 'skillId?': anyText, skillName: anyText }),
  resource: sequence({
    ...{ self: anyText, userID: anyText, firstName: anyText, lastName: anyText, extension: anyText, alias: anyText },
    'resourceGroup?': link,
    skillMap: sequence(
      { 'skillCompetency*': competence },
      atMost('skillCompetency', mostSkills, `A resource has at most ${mostSkills} skills.`),
    ),
    ...{ autoAvailable: yesOrNo, type: oneOf('1', '2'), team: link },
    primarySupervisorOf: sequence({ 'supervisorOfTeamName*': link }),
    secondarySupervisorOf: sequence({ 'supervisorOfTeamName*': link }),
    'csqMap?': sequence({ 'csq*': link }),
  }),
  resourceGroup: sequence({ ...identity, 'id?': anyText, name: anyText }),
  csq: sequence(
    {
      ...{ ...identity, 'id?': anyText, name: anyText },
      queueType: oneOf('VOICE', 'EMAIL', 'CHAT'),
      routingType: oneOf('VOICE', 'INTERACTIVE', 'NONINTERACTIVE'),
      ...{ queueAlgorithm: oneOf('FIFO'), autoWork: yesOrNo, wrapupTime: whole },
      resourcePoolType: oneOf('SKILL_GROUP', 'RESOURCE_GROUP'),
      serviceLevel: whole,
      serviceLevelPercentage: between(0, 100, 'The service level percentage must be between 0 and 100.'),
      poolSpecificInfo: sequence({
        'skillGroup?': sequence({
          'skillCompetency*': weighedCompetence,
          selectionCriteria: oneOf(...longest, ...bySkill, ...byOrder),
        }),
        'resourceGroup?': sequence({
          resourceGroupNameUriPair: link,
          selectionCriteria: oneOf(...longest, ...bySkill, ...byOrder),
          'orderedResources*': link,
        }),
      }),
      'prompt?': link,
    },
    checkQueue,
  ),
  team: sequence({
    ...{ ...identity, 'teamId?': anyText, teamname: anyText, 'primarySupervisor?': link },
    'secondarySupervisors?': sequence({ 'secondrySupervisor*': link }),
    'resources?': sequence({ 'resource*': link }),
    'csqs?': sequence({ 'csq*': link }),
  }),
  calendar: sequence({
    ...{ ...identity, 'calId?': anyText, name: anyText, timeZone: anyText, 'description?': anyText },
    calendarType: oneOf('FULLTIME', 'FLEXIBLEHOURS'),
    'businessDays?': sequence({
      'businessDay*': sequence({
        dayOfWeek: oneOf('SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'),
        intervals: sequence({
          'interval*': sequence({ name: anyText, startTime: clock, endTime: clock }, checkInterval),
        }),
      }),
    }),
    'holidays?': sequence({
      'holiday*': sequence({
        name: anyText,
        date: matching(/^\d{4}-\d\d-\d\d$/, 'The date must be YYYY-MM-DD.'),
      }),
    }),
  }),
} as const satisfies Readonly<Record<string, Schema>>;
