import { reasonsXml, reasonXml } from '../directory/reason-xml.ts';
import { systemInfoXml } from '../nodes/system-info-xml.ts';
import type { ScenarioReason } from '../scenario/scenario.ts';
import { textOf, type XmlElement } from '../xml/xml-element.ts';
import { failures } from './api-failure.ts';
import type { Routes } from './routes.ts';

const mostLabelLength = 40;

/** SystemInfo and the reason codes of the cluster. */
export const systemRoutes: Routes = {
  'GET /SystemInfo': request => {
    if (!request.simulator.scenario.uncertain.publicSystemInfo) request.who();
    return systemInfoXml(request.node, request.simulator.nodes, request.simulator.scenario);
  },
  'GET /ReasonCode/:id': request => {
    request.who();
    const reason = request.simulator.directory.reasons.get(request.param('id'));
    if (!reason) throw failures.notFound(request.param('id'));
    return reasonXml(reason);
  },
  'GET /ReasonCodes': request => {
    request.administrator();
    request.configuration();
    const category = request.query('category');
    if (category === undefined) throw failures.missing('category');
    if (category !== 'NOT_READY' && category !== 'LOGOUT' && category !== 'ALL') {
      throw failures.invalid('The category is NOT_READY, LOGOUT or ALL.', category);
    }
    return reasonsXml(category, request.simulator.directory.reasonsOf(category));
  },
  'POST /ReasonCode': request => {
    request.administrator();
    request.configuration();
    const { reasons } = request.simulator.directory;
    const body = request.body('ReasonCode');
    const category = textOf(body, 'category');
    if (category !== 'NOT_READY' && category !== 'LOGOUT') throw failures.missing('category');
    const id = String(Math.max(0, ...[...reasons.keys()].map(Number).filter(Number.isFinite)) + 1);
    const reason: ScenarioReason = {
      ...read(body, { label: undefined, code: undefined }),
      id,
      category,
      systemCode: false,
    };
    if ([...reasons.values()].some(each => each.category === category && each.code === reason.code)) {
      throw failures.invalid('The code is there already.', String(reason.code));
    }
    reasons.set(id, reason);
    return { location: `/finesse/api/ReasonCode/${id}` };
  },
  'PUT /ReasonCode/:id': request => {
    request.administrator();
    request.configuration();
    const { reasons } = request.simulator.directory;
    const before = reasons.get(request.param('id'));
    if (!before || before.systemCode) throw failures.notFound(request.param('id'));
    reasons.set(before.id, { ...before, ...read(request.body('ReasonCode'), before) });
    return 200;
  },
  'DELETE /ReasonCode/:id': request => {
    request.administrator();
    request.configuration();
    const { reasons } = request.simulator.directory;
    if (!reasons.has(request.param('id')) || reasons.get(request.param('id'))?.systemCode) {
      throw failures.notFound(request.param('id'));
    }
    reasons.delete(request.param('id'));
    return 200;
  },
};

function read(body: XmlElement, before: { readonly label: string | undefined; readonly code: number | undefined }) {
  const label = textOf(body, 'label') ?? before.label;
  const text = textOf(body, 'code');
  const code = text === undefined ? before.code : Number(text);
  if (!label) throw failures.missing('label');
  if (code === undefined) throw failures.missing('code');
  if (!Number.isInteger(code) || code < 0) throw failures.invalid('The code is not a number.', text);
  if (label.length > mostLabelLength)
    throw failures.invalid(`A label has at most ${mostLabelLength} characters.`, label);
  return { label, code };
}
