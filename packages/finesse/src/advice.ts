import type { Deployment } from './words/finesse-words.ts';

// One sentence for each thing that an administrator can put right, with the screen or command of Cisco's that does it.

const certificates = 'Cisco Unified OS Administration > Security > Certificate Management';

/** What to say of each fault; hosts are `name:port`. */
export const advice = {
  unknownReason: (reason: string, host: string) =>
    `There is no not-ready reason ${reason} on ${host}: add it under Finesse Administration (https://${host}/cfadmin) > Reasons > Not Ready and assign it to the teams, or on packaged CCE in CCE Administration, where that tab is locked.`,
  systemReason: (reason: string, host: string) =>
    `The not-ready reason ${reason} is set by Finesse itself and cannot be chosen: add one of your own under Finesse Administration (https://${host}/cfadmin) > Reasons > Not Ready.`,
  ambiguousReason: (reason: string, host: string) =>
    `There is more than one not-ready reason ${reason} on ${host}: give its code instead of its label, as Finesse Administration > Reasons > Not Ready shows it.`,
  supervisorWithoutTeam: (userId: string, team: string, deployment: Deployment) =>
    `The account ${userId} does not supervise the team ${team}: make it a primary or secondary supervisor of the team in ${teamScreen(deployment)}.`,
  notSupervisor: (userId: string, deployment: Deployment) =>
    `The account ${userId} may not change other agents: make it a supervisor of their teams in ${teamScreen(deployment)}.`,
  wrongPort: (host: string, said: string) =>
    `${host} is not the Finesse API (${said}): use the port 8445; https://NODE:8445/finesse/api/SystemInfo in a browser shows whether it is right.`,
  unreachable: (host: string, said: string) =>
    `${host} cannot be reached (${said}): check name, firewall and port 8445, and on the node "utils service list" for Cisco Finesse Tomcat.`,
  notificationsUnreachable: (host: string, said: string) =>
    `The notifications of ${host} cannot be reached (${said}): the port is 8445 from 12.6 on, 7443 or 5223 before; on the node see "utils service list" for Cisco Finesse Notification Service.`,
  expiredCertificate: (host: string, until: string) =>
    `The certificate of ${host} is not valid now${until}: renew "tomcat" in ${certificates}, then run "utils service restart Cisco Finesse Tomcat".`,
  unknownAuthority: (host: string) =>
    `The certificate of ${host} is signed by nobody we know: download tomcat.pem (or its CA) in ${certificates} and add the file to the certificate authorities of this connection.`,
  wrongName: (host: string, names: string) =>
    `The certificate of ${host} is for ${names}: use the node's full name (FQDN) as "show network cluster" prints it, or renew "tomcat" with that name in ${certificates}.`,
  notFullName: (host: string) =>
    `${host} is not a full host name: use the node's FQDN as "show network cluster" prints it, for certificates and notifications go by it.`,
  plainText: (host: string) =>
    `${host} would be asked without encryption: use https:// with port 8445 (wss:// for notifications), or allow plain text by name in the configuration.`,
  badPassword: (userId: string, host: string) =>
    `${host} refuses the account ${userId}: correct its password; nothing more is tried, for five wrong ones lock it for five minutes. In a HYBRID system it must be a non-SSO account (CCE Administration or Cisco Unified CCX Administration > Single Sign-On).`,
  stopped: (userId: string) =>
    `The account ${userId} was refused before and is not tried again, for five wrong passwords lock it for five minutes: give the right password, or reset it in Cisco Unified CM Administration > User Management (UCCX) or the Person screen of CCE Administration.`,
  singleSignOn: (userId: string, deployment: Deployment) =>
    `This system signs in by SSO and ${userId} has only a password: set the system to HYBRID and the account to non-SSO in ${ssoScreen(deployment)}, or give an access token.`,
  badToken: (userId: string) =>
    `The access token of ${userId} is refused: sign in again at https://FINESSE:8445/desktop; the life of tokens is set in Cisco Identity Service Management > Settings > Security.`,
  notAllowed: (userId: string, what: string) =>
    `The account ${userId} may not ${what}: Finesse lets only the agent themself, a supervisor of the team or the administrator (Finesse Administration > Settings) do that.`,
  secondaryNode: (host: string) =>
    `${host} is the secondary node, which takes no changes of configuration: address the primary node, "show network cluster" names it.`,
  outOfService: (hosts: string, reason: string) =>
    `No Finesse node is in service (${hosts})${reason}: see Finesse Administration > Settings > Contact Center Enterprise CTI Server Settings, or on UCCX Cisco Unified CCX Serviceability > Control Center, for the CTI connection.`,
  agentAccount: (userId: string) =>
    `The account ${userId} is an agent's: Finesse signs an agent out when such a session ends, so make a separate supervisor account for this server (Cisco Unified CM Administration > End User on UCCX, CCE Administration > Agents on UCCE).`,
  reservedResource: () =>
    'The XMPP resource "desktop" belongs to the Finesse desktop: give this connection another one.',
  sessionTaken: (userId: string) =>
    `Another connection signed in as ${userId} with the same resource: give every server its own resource, and every node pair its own account.`,
  noMedia: () =>
    'UCCX has no Media API: tasks of other media are routed by our own engine there; Task Routing needs Finesse of UCCE or PCCE.',
} as const;

function teamScreen(deployment: Deployment): string {
  return deployment === 'uccx'
    ? 'Cisco Unified CCX Administration > Subsystems > RmCm > Teams'
    : 'Configuration Manager > List Tools > Agent Team List (packaged CCE: CCE Administration > Teams)';
}

function ssoScreen(deployment: Deployment): string {
  return deployment === 'uccx'
    ? 'Cisco Unified CCX Administration > System > Single Sign-On'
    : 'CCE Administration > Features > Single Sign-On';
}
