/** The desktop's layouts: everybody's, and those of teams that have their own. */
export class Layouts {
  everybodys =
    '<finesseLayout xmlns="http://www.cisco.com/vtg/finesse"><layout><role>Agent</role><page/></layout></finesseLayout>';
  readonly teams = new Map<string, string>();
}
