import type { Scenario, ScenarioUser } from '../scenario/scenario.ts';
import { type XmlElement, xml } from '../xml/xml-element.ts';

type Known = Omit<Scenario, 'users'> & { readonly users: readonly ScenarioUser[] };

/** What the administration API knows at the start: a tree for each object, by kind and id. */
export function initialObjects(scenario: Known, base: string): Map<string, XmlElement> {
  const link = (element: string, name: string, path: string) =>
    xml(element, [xml('refURL', `${base}/${path}`)], { name });
  const self = (path: string) => xml('self', `${base}/${path}`);
  const skillLink = (name: string) =>
    link('skillNameUriPair', name, `skill/${scenario.skills.find(skill => skill.name === name)?.id ?? ''}`);
  const competences = (skills: Readonly<Record<string, number>>, weight: boolean) =>
    Object.entries(skills).map(([name, level]) =>
      xml('skillCompetency', [xml('competencelevel', level), skillLink(name), weight ? xml('weight', 1) : undefined]),
    );
  const objects = new Map<string, XmlElement>();

  for (const { id, name } of scenario.skills) {
    objects.set(`skill/${id}`, xml('skill', [self(`skill/${id}`), xml('skillId', id), xml('skillName', name)]));
  }
  objects.set('resourceGroup/1', xml('resourceGroup', [self('resourceGroup/1'), xml('id', 1), xml('name', 'Default')]));
  for (const user of scenario.users.filter(each => each.extension !== undefined)) {
    const team = scenario.teams.find(({ id }) => id === user.team);
    const supervised = scenario.teams.filter(({ id }) => user.supervises.includes(id));
    const of = (isPrimary: boolean) =>
      supervised
        .filter(each => (primaryOf(scenario, each.id)?.id === user.id) === isPrimary)
        .map(each => link('supervisorOfTeamName', each.name, `team/${each.id}`));
    const path = `resource/${user.id}`;
    const resource = xml('resource', [
      ...[self(path), xml('userID', user.id), xml('firstName', user.firstName), xml('lastName', user.lastName)],
      ...[xml('extension', user.extension), xml('alias')],
      xml('skillMap', competences(user.skills, false)),
      xml('autoAvailable', true),
      xml('type', user.roles.includes('Supervisor') ? 2 : 1),
      team && link('team', team.name, `team/${team.id}`),
      xml('primarySupervisorOf', of(true)),
      xml('secondarySupervisorOf', of(false)),
    ]);
    objects.set(path, resource);
  }
  for (const { id, name } of scenario.teams) {
    const primary = primaryOf(scenario, id);
    const others = supervisorsOf(scenario, id).filter(user => user !== primary);
    const members = scenario.users.filter(user => user.team === id && user.extension !== undefined);
    const team = xml('team', [
      ...[self(`team/${id}`), xml('teamId', id), xml('teamname', name)],
      primary && link('primarySupervisor', primary.id, `resource/${primary.id}`),
      xml(
        'secondarySupervisors',
        others.map(user => link('secondrySupervisor', user.id, `resource/${user.id}`)),
      ),
      xml(
        'resources',
        members.map(user => link('resource', user.id, `resource/${user.id}`)),
      ),
    ]);
    objects.set(`team/${id}`, team);
  }
  for (const { id, name, queueType, skills } of scenario.csqs) {
    const group = xml('skillGroup', [...competences(skills, true), xml('selectionCriteria', 'Longest Available')]);
    const csq = xml('csq', [
      ...[self(`csq/${id}`), xml('id', id), xml('name', name), xml('queueType', queueType)],
      ...[xml('routingType', queueType === 'VOICE' ? 'VOICE' : 'INTERACTIVE'), xml('queueAlgorithm', 'FIFO')],
      ...[xml('autoWork', true), xml('wrapupTime', 30), xml('resourcePoolType', 'SKILL_GROUP')],
      ...[xml('serviceLevel', 5), xml('serviceLevelPercentage', 70), xml('poolSpecificInfo', [group])],
    ]);
    objects.set(`csq/${id}`, csq);
  }
  for (const { id, name, timeZone, days, from, to, holidays } of scenario.calendars) {
    const interval = xml('interval', [xml('name', 'I1'), xml('startTime', from), xml('endTime', to)]);
    const calendar = xml('calendar', [
      ...[self(`calendar/${id}`), xml('calId', id), xml('name', name), xml('timeZone', timeZone), xml('description')],
      xml('calendarType', days.length === 0 ? 'FULLTIME' : 'FLEXIBLEHOURS'),
      xml(
        'businessDays',
        days.map(day => xml('businessDay', [xml('dayOfWeek', day), xml('intervals', [interval])])),
      ),
      xml(
        'holidays',
        holidays.map(day => xml('holiday', [xml('name', day.name), xml('date', day.date)])),
      ),
    ]);
    objects.set(`calendar/${id}`, calendar);
  }
  return objects;
}

/** Only who has a phone is a resource, and so a supervisor that UCCX knows. */
function supervisorsOf(scenario: Known, teamId: string): readonly ScenarioUser[] {
  return scenario.users.filter(user => user.supervises.includes(teamId) && user.extension !== undefined);
}

function primaryOf(scenario: Known, teamId: string): ScenarioUser | undefined {
  return supervisorsOf(scenario, teamId)[0];
}
