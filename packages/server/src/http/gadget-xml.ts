/**
 * The gadget's definition for Cisco's desktop (OpenSocial 1.1, as Finesse's own samples write it). Finesse fetches it and puts
 * its content into a frame of the desktop; `__UP_…__` are the desktop's own addresses.
 * @param origin this server's, as Finesse reaches it
 */
export const gadgetXml = (origin: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<Module>
  <ModulePrefs title="Eyeline" description="Chat that becomes face to face" height="640">
    <Require feature="pubsub-2"/>
    <Require feature="settitle"/>
    <Require feature="dynamic-height"/>
    <Require feature="setprefs"/>
    <Require feature="loadingindicator">
      <Param name="manual-dismiss">true</Param>
      <Param name="loading-timeout">10</Param>
    </Require>
    <Optional feature="content-rewrite">
      <Param name="exclude-url">jquery.min.js</Param>
      <Param name="exclude-url">finesse.js</Param>
      <Param name="exclude-url">eyeline.js</Param>
    </Optional>
  </ModulePrefs>
  <UserPref name="scheme" display_name="scheme" default_value="" datatype="hidden"/>
  <UserPref name="host" display_name="host" default_value="" datatype="hidden"/>
  <UserPref name="hostPort" display_name="hostPort" default_value="" datatype="hidden"/>
  <Content type="html"><![CDATA[
    <!DOCTYPE html>
    <style>html, body { height: 100%; margin: 0; }</style>
    <script src="__UP_scheme__://__UP_host__:__UP_hostPort__/desktop/assets/js/jquery.min.js"></script>
    <script src="__UP_scheme__://__UP_host__:__UP_hostPort__/desktop/assets/js/finesse.js"></script>
    <body>
      <script src="${origin}/gadget/eyeline.js" data-server="${origin}"></script>
    </body>
  ]]></Content>
</Module>
`;
