import type { FastifyRequest } from 'fastify';
import type { NodeId } from '../nodes/node-pair.ts';
import type { ScenarioUser } from '../scenario/scenario.ts';
import type { Simulator } from '../simulator.ts';
import type { Cause } from '../voice/voice-desk.ts';
import { parseXml } from '../xml/parse-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { failures } from './api-failure.ts';

/** What is read of a request the same way everywhere. */
export class FinesseRequest {
  readonly simulator: Simulator;
  readonly node: NodeId;
  readonly #request: FastifyRequest;

  constructor(simulator: Simulator, node: NodeId, request: FastifyRequest) {
    this.simulator = simulator;
    this.node = node;
    this.#request = request;
  }

  /** Whose request it is. @throws {ApiFailure} 401 */
  who(): ScenarioUser {
    const { user, claimed } = this.simulator.accounts.byHeader(this.#request.headers.authorization);
    if (!user) throw failures.unauthorized(claimed);
    return user;
  }

  /** @throws {ApiFailure} 401 */
  administrator(): ScenarioUser {
    const user = this.who();
    if (!user.administrator) throw failures.otherUser(user.id);
    return user;
  }

  param(name: string): string {
    const params: unknown = this.#request.params;
    return fieldOf(params, name) ?? '';
  }

  query(name: string): string | undefined {
    return fieldOf(this.#request.query, name);
  }

  /** The body, which must be this element. @throws {ApiFailure} 400 */
  body(name: string): XmlElement {
    const { body } = this.#request;
    const element = typeof body === 'string' ? parseXml(body) : undefined;
    if (element?.name.toLowerCase() !== name.toLowerCase()) throw failures.invalid(`The body is not a ${name} in XML.`);
    return element;
  }

  cause(by?: ScenarioUser): Cause {
    const { requestid } = this.#request.headers;
    return {
      at: this.node,
      ...(typeof requestid === 'string' ? { requestId: requestid } : {}),
      ...(by ? { by: by.id } : {}),
    };
  }

  /** Configuration is written at the primary node; UCCE does not even read it at the other. @throws {ApiFailure} 403 */
  configuration(): void {
    const isRead = this.#request.method === 'GET';
    if (this.node === 'B' && !(isRead && this.simulator.scenario.deployment === 'UCCX')) throw failures.secondary();
  }
}

function fieldOf(record: unknown, name: string): string | undefined {
  if (typeof record !== 'object' || record === null) return undefined;
  const value: unknown = Reflect.get(record, name);
  return typeof value === 'string' ? value : undefined;
}
