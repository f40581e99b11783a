import { parseXml } from '../xml/parse-xml.ts';
import { textOf, type XmlElement, xml } from '../xml/xml-element.ts';
import { failures } from './api-failure.ts';
import type { FinesseRequest } from './finesse-request.ts';
import type { Routes } from './routes.ts';

/** The desktop's layouts, kept as they were written. Administrators, at the primary node. */
export const layoutRoutes: Routes = {
  'GET /LayoutConfig/default': request => {
    enter(request);
    return xml('LayoutConfig', [xml('layoutxml', request.simulator.layouts.everybodys)]);
  },
  'PUT /LayoutConfig/default': request => {
    enter(request);
    request.simulator.layouts.everybodys = readLayout(request.body('LayoutConfig'));
    return 200;
  },
  'GET /Team/:id/LayoutConfig': request => {
    const own = request.simulator.layouts.teams.get(teamOf(request));
    const { everybodys } = request.simulator.layouts;
    return xml('TeamLayoutConfig', [xml('useDefault', own === undefined), xml('layoutxml', own ?? everybodys)]);
  },
  'PUT /Team/:id/LayoutConfig': request => {
    const team = teamOf(request);
    const body = request.body('TeamLayoutConfig');
    if (textOf(body, 'useDefault') === 'true') request.simulator.layouts.teams.delete(team);
    else request.simulator.layouts.teams.set(team, readLayout(body));
    return 200;
  },
};

function enter(request: FinesseRequest): void {
  request.administrator();
  request.configuration();
}

function teamOf(request: FinesseRequest): string {
  enter(request);
  const team = request.simulator.directory.team(request.param('id'));
  if (!team) throw failures.noTeam();
  return team.id;
}

function readLayout(body: XmlElement): string {
  const layout = textOf(body, 'layoutxml');
  if (!layout) throw failures.missing('layoutxml');
  if (parseXml(layout)?.name !== 'finesseLayout') throw failures.invalid('The layout is not a finesseLayout in XML.');
  return layout;
}
