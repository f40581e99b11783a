/** What the description of the API says of itself: for those who write programs. */
export const apiPage = {
  title: 'Eyeline: HTTP API',
  introduction:
    'What other systems may ask of this server. Requests and answers are JSON. A failure is {"error": {"code", "message"}}: decide by the code, show the sentence to people. Where there is a Retry-After, try again after so many seconds.',
  done: 'Done.',
  notReady: 'Not ready.',
  security: {
    person: 'The token of POST /api/v1/sign-in.',
    application: 'A token of another system: GUESTS.md says how one is made.',
  },
  tags: {
    'sign-in': 'Before all else',
    'entry-points': 'Entry points, for pages of the site',
    queues: 'Queues',
    agents: 'Agents',
    interactions: 'Interactions: what was asked, said and shown',
    files: 'Files of conversations',
    links: 'Links by which customers come',
    accounts: 'Accounts of agents, supervisors and administrators',
    applications: 'Other systems and their keys',
    status: 'How the server is doing',
  },
  page: {
    lead: 'Everything that other systems may ask of this server.',
    document: 'The same for programs: OpenAPI 3.1',
    contents: 'Contents',
    shapes: 'Shapes',
    parameters: 'Parameters',
    body: 'Body',
    example: 'Example',
    answer: 'Answer',
    refusals: 'Refusals',
    needed: (who: readonly string[]) => `Who may ask: ${who.join(', ')}`,
    anybody: 'Who may ask: anybody',
    required: 'required',
    optional: 'optional',
  },
};
