import { type ApiError, readApiErrors } from '../codec/api-error.ts';
import { type FaultCode, FinesseError } from '../finesse-error.ts';
import { advice } from '../sentences/advice.ts';
import { answers } from '../sentences/answers.ts';
import { xmlFaults } from '../sentences/xml.ts';
import type { Deployment } from '../words/finesse-words.ts';
import { parseXml } from '../xml/parse-xml.ts';
import { XmlError } from '../xml/xml-error.ts';
import type { HttpAnswer } from './http.ts';

/** What is known of the request that was answered. */
export interface Asked {
  readonly host: string;
  readonly userId: string;
  /** What was asked for, as the end of a sentence: "read all users". */
  readonly what: string;
  /** Whether the primary node alone can do it. Default: any node can. */
  readonly needsPrimary?: boolean | undefined;
  readonly deployment: Deployment;
  readonly hasToken: boolean;
}

/** Says in one sentence why an answer is a refusal. */
export function answerFault(answer: HttpAnswer, asked: Asked): FinesseError {
  const { status } = answer;
  const { errors, page } = readBody(answer.body);
  const fault = (code: FaultCode, message: string) => new FinesseError(code, message, { status, errors });
  const { host, userId, what, deployment } = asked;
  const type = errors[0]?.type.toLowerCase() ?? '';

  if (status >= 300 && status < 400) {
    return fault('wrong-port', advice.wrongPort(host, answers.sendsTo(answer.header('location') ?? null)));
  }
  if (type === 'invalid state') return fault('invalid-state', answers.notThisState(what, describeErrors(errors)));
  if (type === 'invalid supervisor') return fault('not-supervisor', advice.notSupervisor(userId, deployment));
  if (type.startsWith('invalid authorization')) return fault('not-allowed', advice.notAllowed(userId, what));
  if (status === 401) {
    return fault('credential-refused', asked.hasToken ? advice.badToken(userId) : advice.badPassword(userId, host));
  }
  if (status === 403 && asked.needsPrimary) {
    return fault('secondary-node', advice.secondaryNode(host));
  }
  if (status === 403) return fault('not-allowed', advice.notAllowed(userId, what));
  if (status === 404 && page !== undefined) return fault('wrong-port', advice.wrongPort(host, page));
  if (status === 404) return fault('not-found', answers.notThere(what, describeErrors(errors)));
  if (status === 503) return fault('out-of-service', advice.outOfService(host, describeErrors(errors)));
  if (status === 409) return fault('conflict', answers.conflict(what, describeErrors(errors)));
  if (status === 400 || status === 412 || status === 415) {
    return fault('invalid-input', answers.notAccepted(what, describeErrors(errors)));
  }
  return fault('refused', answers.refused(what, status, page ? answers.inBrackets(page) : describeErrors(errors)));
}

/** What an error says, for the end of a sentence. */
export function describeErrors(errors: readonly ApiError[]): string {
  const stated = errors.map(({ type, message, data }) => [type, message, data].filter(Boolean).join(' / '));
  return stated.length === 0 ? '' : ` (${stated.join('; ')})`;
}

function readBody(body: string): { errors: readonly ApiError[]; page?: string } {
  if (body.trim() === '') return { errors: [] };
  try {
    return { errors: readApiErrors(parseXml(body)) };
  } catch (error) {
    return error instanceof XmlError && error.code === 'html-page'
      ? { errors: [], page: xmlFaults.page(error.title) }
      : { errors: [] };
  }
}
