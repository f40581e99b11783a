import type { Deployment } from '../words/finesse-words.ts';

// One sentence for each thing that an administrator can put right, with the screen or command of Cisco's that does it.

const certificates = 'Cisco Unified OS Administration > Security > Certificate Management';

/** What to say of each fault; hosts are `name:port`. */
export const advice = {
  unknownReason: (reason: string, host: string) =>
    `There is no not-ready reason ${reason} on ${host}: add it in Finesse Administration (https://${host}/cfadmin) on the tab Reasons, and give it to the teams on the tab Team Resources; packaged CCE keeps its reasons in Unified CCE Administration.`,
  systemReason: (reason: string, host: string) =>
    `The not-ready reason ${reason} is set by Finesse itself and cannot be chosen: add one of your own in Finesse Administration (https://${host}/cfadmin) on the tab Reasons.`,
  ambiguousReason: (reason: string, host: string) =>
    `There is more than one not-ready reason ${reason} on ${host}: give its code instead of its label, as Finesse Administration (https://${host}/cfadmin) shows it on the tab Reasons.`,
  supervisorWithoutTeam: (userId: string, team: string, deployment: Deployment) =>
    `The account ${userId} does not supervise the team ${team}: make it a primary or secondary supervisor of the team in ${teamScreen(deployment)}.`,
  unsupervisedTeam: (userId: string, team: string) =>
    `Finesse tells the account ${userId} nothing of the team ${team}, though it supervises it: the team is read again and again instead, which is slower; some releases tell only supervisors who are signed in at https://FINESSE:8445/desktop.`,
  notSupervisor: (userId: string, deployment: Deployment) =>
    `The account ${userId} may not change other agents: make it a supervisor of their teams in ${teamScreen(deployment)}.`,
  wrongPort: (host: string, stated: string) =>
    `${host} is not the Finesse API (${stated}): use the port 8445; https://NODE:8445/finesse/api/SystemInfo in a browser shows whether it is right.`,
  unreachable: (host: string, stated: string) =>
    `${host} cannot be reached (${stated}): check name, firewall and port 8445, and on the node "utils service list" for Cisco Finesse Tomcat.`,
  uccxUnreachable: (host: string, stated: string) =>
    `${host} cannot be reached (${stated}): check name and firewall, that the address is the publisher's without Finesse's port ("show network cluster" names it), and on the node "utils service list" for Cisco Unified CCX Administration.`,
  notificationsUnreachable: (host: string, stated: string) =>
    `The notifications of ${host} cannot be reached (${stated}): the port is 8445 from 12.6 on, 7443 or 5223 before; on the node see "utils service list" for Cisco Finesse Notification Service.`,
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
    `${host} refuses the account ${userId}: correct its password; nothing more is tried, for five wrong ones lock it for five minutes. In a HYBRID system it must be an account without single sign-on.`,
  stopped: (userId: string) =>
    `The account ${userId} was refused before and is not tried again, for five wrong passwords lock it for five minutes: give the right password, or set a new one where its user is administered, which for UCCX is Cisco Unified CM Administration.`,
  singleSignOn: (userId: string, deployment: Deployment) =>
    `This system signs in by SSO and ${userId} has only a password: set the system to HYBRID and the account to non-SSO in ${ssoScreen(deployment)}, or give an access token.`,
  badToken: (userId: string) =>
    `The access token of ${userId} is refused: sign in again at https://FINESSE:8445/desktop; how long tokens live is set in Cisco Identity Service Management (https://IDS:8553/idsadmin) > Settings.`,
  notAllowed: (userId: string, what: string) =>
    `The account ${userId} may not ${what}: Finesse lets only the agent themself, a supervisor of the team or an administrator do that, and for UCCX that is given in Cisco Unified CCX Administration > Tools > User Management.`,
  secondaryNode: (host: string) =>
    `${host} is the secondary node, which takes no changes of configuration: address the primary node, "show network cluster" names it.`,
  outOfService: (hosts: string, reason: string) =>
    `No Finesse node is in service (${hosts})${reason}: see the CTI connection in Finesse Administration > Settings > Contact Center Enterprise CTI Server Settings, or on UCCX the services of the node with "utils service list".`,
  agentAccount: (userId: string) =>
    `The account ${userId} is an agent's: Finesse signs an agent out when such a session ends, so make a separate supervisor account for this server (on UCCX an end user in Cisco Unified CM Administration, on UCCE an agent who is a supervisor).`,
  reservedResource: () =>
    'The XMPP resource "desktop" belongs to the Finesse desktop: give this connection another one.',
  sessionTaken: (userId: string) =>
    `Another connection signed in as ${userId} with the same resource: give every server its own resource, and every node pair its own account.`,
  noMedia: () =>
    'UCCX has no Media API: tasks of other media are routed by our own engine there; Task Routing needs Finesse of UCCE or PCCE.',
};

function teamScreen(deployment: Deployment): string {
  return deployment === 'uccx'
    ? 'Cisco Unified CCX Administration > Subsystems > RmCm > Teams'
    : 'Configuration Manager > Tools > List Tools > Agent Team List (packaged CCE: the teams of Unified CCE Administration)';
}

function ssoScreen(deployment: Deployment): string {
  return deployment === 'uccx'
    ? 'Cisco Unified CCX Administration > System > Single Sign-On (SSO)'
    : 'Unified CCE Administration > Features > Single Sign-On';
}
