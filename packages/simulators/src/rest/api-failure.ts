import { writeXml } from '../xml/write-xml.ts';
import { xml } from '../xml/xml-element.ts';

/** A request that is refused at once. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly status: number;
  readonly type: string;
  readonly data: string;

  constructor(status: number, type: string, message: string, data = '') {
    super(message);
    this.status = status;
    this.type = type;
    this.data = data;
  }

  /** The body, with the capitals of synchronous errors. */
  toXml(): string {
    return writeXml(
      xml('ApiErrors', [
        xml('ApiError', [xml('ErrorType', this.type), xml('ErrorMessage', this.message), xml('ErrorData', this.data)]),
      ]),
    );
  }
}

// The words of the developer guide's error tables.
export const failures = {
  unauthorized: (userId: string) => new ApiFailure(401, 'Authorization Failure', 'UNAUTHORIZED', userId),
  otherUser: (userId: string) =>
    new ApiFailure(
      401,
      'Invalid Authorization User Specified',
      'The authenticated user may not act as this user.',
      userId,
    ),
  notSupervisor: (userId: string) =>
    new ApiFailure(
      401,
      'Invalid Supervisor',
      'The authenticated user does not supervise the team of this user.',
      userId,
    ),
  missing: (parameter: string) =>
    new ApiFailure(400, 'Parameter Missing', `The parameter ${parameter} is missing.`, parameter),
  invalid: (message: string, data = '') => new ApiFailure(400, 'Invalid Input', message, data),
  reasonNotAllowed: () =>
    new ApiFailure(
      400,
      'Invalid Input',
      'For this operation, Reason Codes are not allowed.',
      'finesse.api.reasoncode.not_allowed',
    ),
  invalidState: (status: number, state: string) =>
    new ApiFailure(status, 'Invalid State', 'The user is not in a state that allows this change.', state),
  notFound: (what: string) => new ApiFailure(404, 'Not Found', 'The resource is not found.', what),
  noTeam: () => new ApiFailure(404, 'finesse.api.team.team_assignment_invalid_team', 'The team is not found.', '574'),
  secondary: () => new ApiFailure(403, 'Forbidden', 'The configuration is changed on the primary node only.'),
  outOfService: () => new ApiFailure(503, 'Service Unavailable', 'SERVER_OUT_OF_SERVICE'),
  byOrder: (status: number) =>
    new ApiFailure(status, 'Internal Server Error', 'Something went wrong, by order of a fault.'),
} as const;
