import { describe, expect, test } from 'vitest';
import { parseXml } from '../xml/parse-xml.ts';
import { writeXml } from '../xml/write-xml.ts';
import { readApiErrors } from './api-error.ts';
import { writeClientLog } from './client-log.ts';
import { readDialog, writeDialogCommand, writeTaskCommand } from './dialog.ts';
import { readLayoutConfig, writeDefaultLayout, writeTeamLayout } from './layout-config.ts';
import { readMedia, writeMediaCommand } from './media.ts';
import { readReasonCodes } from './reason-code.ts';
import { readSystemInfo } from './system-info.ts';
import { readTeam } from './team.ts';
import { readUpdate } from './update.ts';
import { readUser, writeVoiceCommand } from './user.ts';

const user = `<User><uri>/finesse/api/User/1001001</uri><roles><role>Agent</role><role>Supervisor</role></roles><loginId>1001001</loginId><loginName>agent1</loginName><state>NOT_READY</state><stateChangeTime>2012-03-01T17:58:21.234Z</stateChangeTime><pendingState></pendingState><reasonCodeId>16</reasonCodeId><ReasonCode><category>NOT_READY</category><uri>/finesse/api/ReasonCode/16</uri><code>10</code><label>Team Meeting</label><forAll>true</forAll><systemCode>false</systemCode><id>16</id></ReasonCode><extension>1001001</extension><firstName>Chris</firstName><lastName>Smith</lastName><teamId>500</teamId><teamName>Sales</teamName><teams><Team><uri>/finesse/api/Team/2001</uri><id>2001</id><name>First Line Support</name></Team></teams></User>`;

describe('User', () => {
  test('2.1 the whole object', () => {
    expect(readUser(parseXml(user))).toEqual({
      id: '1001001',
      loginName: 'agent1',
      firstName: 'Chris',
      lastName: 'Smith',
      extension: '1001001',
      state: 'not-ready',
      stateChangedAt: Date.UTC(2012, 2, 1, 17, 58, 21, 234),
      pendingState: 'none',
      reasonCodeId: '16',
      reason: { id: '16', code: 10, label: 'Team Meeting', category: 'not-ready', isSystem: false, isForAll: true },
      roles: ['agent', 'supervisor'],
      team: { id: '500', name: 'Sales' },
      supervisedTeams: [{ id: '2001', name: 'First Line Support' }],
    });
  });

  test.each([
    ['-1', '<reasonCodeId>-1</reasonCodeId>'],
    ['empty', '<reasonCodeId></reasonCodeId>'],
    ['missing', ''],
  ])('2.2 a reason id that is %s says that there is no reason', (_, reason) => {
    const read = readUser(parseXml(`<user><loginId>1</loginId><state>READY</state>${reason}</user>`));
    expect(read && 'reasonCodeId' in read).toBe(false);
    expect(read && 'pendingState' in read).toBe(false);
  });

  test('2.3 a state that nobody wrote down is unknown and kept; a time that is empty is not there', () => {
    const read = readUser(parseXml('<User><loginId>1</loginId><state>MEDITATING</state><stateChangeTime/></User>'));
    expect(read).toMatchObject({ state: 'unknown', unknownState: 'MEDITATING' });
    expect(read && 'stateChangedAt' in read).toBe(false);
  });

  test('2.4 commands are what finesse.js writes', () => {
    expect(writeXml(writeVoiceCommand('not-ready', { reasonCodeId: '16' }))).toBe(
      '<User><state>NOT_READY</state><reasonCodeId>16</reasonCodeId></User>',
    );
    expect(writeXml(writeVoiceCommand('ready'))).toBe('<User><state>READY</state></User>');
    expect(writeXml(writeVoiceCommand('sign-in', { extension: '1001001' }))).toBe(
      '<User><state>LOGIN</state><extension>1001001</extension></User>',
    );
  });
});

test('2.5 a team has lower-case reasonCode, summaries without what they do not tell, and UCCX lines', () => {
  const team = readTeam(
    parseXml(
      `<Team><uri>/finesse/api/Team/34</uri><id>34</id><name>My Team</name><users><User><uri>/finesse/api/User/1235</uri><loginId>1235</loginId><firstName>Jack</firstName><lastName>Brawn</lastName><pendingState></pendingState><state>NOT_READY</state><reasonCode><category>NOT_READY</category><code>12</code><label>Lunch Break</label><id>1</id><uri>/finesse/api/ReasonCode/1</uri></reasonCode><stateChangeTime>2012-03-01T18:22:25.123Z</stateChangeTime><mediaState>BUSY</mediaState></User></users></Team>`,
    ),
  );
  expect(team).toMatchObject({ id: '34', name: 'My Team' });
  expect(team?.users).toMatchObject([
    { id: '1235', state: 'not-ready', reasonCodeId: '1', line: 'busy', reason: { code: 12 } },
  ]);
  expect(readTeam(parseXml('<Team><id>1</id></Team>'))?.users).toEqual([]);
});

test('2.6 reason codes with and without an id', () => {
  const list = readReasonCodes(
    parseXml(
      `<ReasonCodes category="ALL"><ReasonCode><uri>/finesse/api/ReasonCode/7</uri><category>NOT_READY</category><code>12</code><label>Lunch</label><forAll>true</forAll><systemCode>false</systemCode></ReasonCode><ReasonCode><id>9</id><category>LOGOUT</category><code>255</code><label>Connection Failure</label><systemCode>true</systemCode></ReasonCode><ReasonCode/></ReasonCodes>`,
    ),
  );
  expect(list).toMatchObject([
    { id: '7', code: 12, isSystem: false },
    { id: '9', category: 'sign-out', isSystem: true },
  ]);
});

test('2.7 SystemInfo', () => {
  const info = readSystemInfo(
    parseXml(
      `<SystemInfo><currentTimestamp>2022-05-05T07:34:07.188Z</currentTimestamp><deploymentType>UCCX</deploymentType><primaryNode><host>fin-a.example.com</host></primaryNode><secondaryNode><host>fin-b.example.com</host></secondaryNode><status>IN_SERVICE</status><statusReason/><systemAuthMode>HYBRID</systemAuthMode><xmppDomain>fin-a.example.com</xmppDomain><xmppPubSubDomain>pubsub.fin-a.example.com</xmppPubSubDomain></SystemInfo>`,
    ),
  );
  expect(info).toEqual({
    state: 'in-service',
    deployment: 'uccx',
    signInMode: 'mixed',
    xmppDomain: 'fin-a.example.com',
    pubsubDomain: 'pubsub.fin-a.example.com',
    primaryHost: 'fin-a.example.com',
    secondaryHost: 'fin-b.example.com',
    now: Date.UTC(2022, 4, 5, 7, 34, 7, 188),
  });
  expect(readSystemInfo(parseXml('<SystemInfo/>'))?.state).toBe('out-of-service');
  expect(readSystemInfo(parseXml('<User/>'))).toBeUndefined();
});

test('2.8 dialogs: of voice, and tasks with underscores', () => {
  const voice = readDialog(
    parseXml(
      `<Dialog><id>32458581</id><mediaType>Voice</mediaType><fromAddress>1</fromAddress><toAddress>2</toAddress><mediaProperties><callvariables><CallVariable><name>callVariable1</name><value>i-1</value></CallVariable><CallVariable><name>callVariable2</name><value/></CallVariable></callvariables></mediaProperties><participants><Participant><mediaAddress>1001001</mediaAddress><state>HELD</state></Participant></participants><state>ACTIVE</state></Dialog>`,
    ),
  );
  expect(voice).toMatchObject({
    medium: 'voice',
    state: 'active',
    participants: [{ address: '1001001', state: 'held' }],
  });
  expect(voice?.variables.get('callVariable1')).toBe('i-1');
  const task = readDialog(
    parseXml('<dialog><id>151635_312_1</id><mediaType>Cisco_Video_MRD</mediaType><state>WRAPPING_UP</state></dialog>'),
  );
  expect(task).toMatchObject({ medium: 'task', state: 'wrapping-up' });
  expect(writeXml(writeDialogCommand('accept', { targetMediaAddress: '1001001' }))).toBe(
    '<Dialog><targetMediaAddress>1001001</targetMediaAddress><requestedAction>ANSWER</requestedAction></Dialog>',
  );
  expect(writeXml(writeDialogCommand('call', { fromAddress: '1001001', toAddress: '1002002' }))).toBe(
    '<Dialog><requestedAction>MAKE_CALL</requestedAction><fromAddress>1001001</fromAddress><toAddress>1002002</toAddress></Dialog>',
  );
  expect(writeXml(writeTaskCommand('transfer', 'Script'))).toBe(
    '<Dialog><requestedAction>TRANSFER</requestedAction><target>Script</target></Dialog>',
  );
});

test('2.9 media', () => {
  const media = readMedia(
    parseXml(
      `<Media><uri>/finesse/api/User/1001004/Media/5000</uri><id>5000</id><name>Video</name><interruptible>true</interruptible><maxDialogLimit>10</maxDialogLimit><routable>false</routable><state>WORK</state><stateChangeTime/><reasonCodeId>-1</reasonCodeId></Media>`,
    ),
  );
  expect(media).toEqual({
    id: '5000',
    name: 'Video',
    state: 'wrapping-up',
    isRoutable: false,
    isInterruptible: true,
    maxDialogs: 10,
  });
  expect(writeXml(writeMediaCommand({ command: 'not-routable' }))).toBe('<Media><routable>false</routable></Media>');
  expect(
    writeXml(writeMediaCommand({ command: 'sign-in', maxDialogs: 10, onInterrupt: 'accept', onSignOut: 'close' })),
  ).toBe(
    '<Media><state>LOGIN</state><maxDialogLimit>10</maxDialogLimit><interruptAction>ACCEPT</interruptAction><dialogLogoutAction>CLOSE</dialogLogoutAction></Media>',
  );
  expect(writeXml(writeMediaCommand({ command: 'not-ready', reasonCodeId: '16' }))).toBe(
    '<Media><state>NOT_READY</state><reasonCodeId>16</reasonCodeId></Media>',
  );
});

test('2.10 layouts are text inside XML; the client log too', () => {
  const layout = '<finesseLayout><gadget>/a.xml?b=1&amp;c=2</gadget></finesseLayout>';
  expect(readLayoutConfig(parseXml(writeXml(writeDefaultLayout(layout))))).toEqual({ layout, useDefault: false });
  expect(readLayoutConfig(parseXml(writeXml(writeTeamLayout({ layout, useDefault: true }))))).toEqual({
    layout,
    useDefault: true,
  });
  expect(writeXml(writeClientLog('a < b'))).toBe('<ClientLog><logData>a &lt; b</logData></ClientLog>');
});

test('2.11 errors of answers and of notifications, in any order', () => {
  expect(
    readApiErrors(
      parseXml(
        '<ApiErrors><ApiError><ErrorType>Invalid Input</ErrorType><ErrorData>finesse.api.reasoncode.not_allowed</ErrorData><ErrorMessage>For this operation, Reason Codes are not allowed.</ErrorMessage></ApiError></ApiErrors>',
      ),
    ),
  ).toEqual([
    {
      type: 'Invalid Input',
      data: 'finesse.api.reasoncode.not_allowed',
      message: 'For this operation, Reason Codes are not allowed.',
    },
  ]);
  expect(readApiErrors(parseXml('<ApiErrors/>'))).toEqual([]);
});

describe('Update', () => {
  const ready = `
    <Update>
      <data>
        <user>
          <dialogs>/finesse/api/User/6021/Dialogs</dialogs><extension>2830</extension><loginId>6021</loginId>
          <pendingState></pendingState><state>READY</state><stateChangeTime>2023-01-13T11:14:47.981Z</stateChangeTime>
          <teams><Team><id>5005</id><name>T</name><uri>/finesse/api/Team/5005</uri></Team></teams>
        </user>
      </data>
      <event>PUT</event>
      <requestId></requestId>
      <source>/finesse/api/User/6021</source>
    </Update>`;

  test('3.1 a recorded change; an empty requestId is nobody’s', () => {
    const update = readUpdate(ready);
    expect(update).toMatchObject({ kind: 'changed', source: '/finesse/api/User/6021', userId: '6021' });
    expect('requestId' in update).toBe(false);
    expect(update.content).toMatchObject({
      type: 'users',
      users: [{ id: '6021', state: 'ready', pendingState: 'none' }],
    });
  });

  test('3.2 a recorded refusal, with lower-case put and another order', () => {
    const update = readUpdate(
      `<Update><data><apiErrors><apiError><peripheralErrorCode>10125</peripheralErrorCode><errorType>Invalid Device</errorType><errorMessage>CF_INVALID_LOGON_DEVICE_SPECIFIED</errorMessage><peripheralErrorText>x</peripheralErrorText><errorData>260</errorData></apiError></apiErrors></data><requestId>r-1</requestId><source>/finesse/api/User/6021</source><event>put</event></Update>`,
    );
    expect(update).toMatchObject({ kind: 'changed', requestId: 'r-1' });
    expect(update.content).toEqual({
      type: 'errors',
      errors: [
        {
          type: 'Invalid Device',
          message: 'CF_INVALID_LOGON_DEVICE_SPECIFIED',
          data: '260',
          peripheralCode: '10125',
          peripheralText: 'x',
        },
      ],
    });
  });

  test('3.3 a team node tells of one user, older releases of a whole team', () => {
    const one = readUpdate(
      '<Update><event>put</event><source>/finesse/api/User/1001004</source><requestId/><data><user><uri>/finesse/api/User/1001004</uri><loginId>1001004</loginId><state>NOT_READY</state><stateChangeTime/><ReasonCode><uri>/finesse/api/ReasonCode/1</uri><code>10</code><label>Lunch</label><category>NOT_READY</category><id>1</id></ReasonCode></user></data></Update>',
    );
    expect(one.content).toMatchObject({ users: [{ id: '1001004', reasonCodeId: '1' }] });
    const all = readUpdate(
      '<Update><data><team><id>34</id><users><User><loginId>1</loginId><state>READY</state></User><User><loginId>2</loginId><state>TALKING</state></User></users></team></data><event>PUT</event><source>/finesse/api/Team/34</source></Update>',
    );
    expect(all.content).toMatchObject({ users: [{ state: 'ready' }, { state: 'talking' }] });
  });

  test('3.4 dialogs, media, the system, and what we have no use for', () => {
    const read = (data: string, source = '') =>
      readUpdate(`<Update><event>POST</event><source>${source}</source><data>${data}</data></Update>`);
    expect(read('<dialogs><Dialog><id>1</id></Dialog><Dialog><id>2</id></Dialog></dialogs>').content).toMatchObject({
      dialogs: [{ id: '1' }, { id: '2' }],
    });
    expect(read('<dialog><id>1</id><state>DROPPED</state></dialog>').content).toMatchObject({
      dialogs: [{ state: 'closed' }],
    });
    expect(read('<media><id>5001</id><state>READY</state></media>', '/finesse/api/User/7/Media/5001')).toMatchObject({
      userId: '7',
      content: { type: 'media' },
    });
    expect(read('<systemInfo><status>OUT_OF_SERVICE</status></systemInfo>').content).toMatchObject({
      system: { state: 'out-of-service' },
    });
    expect(read('<queue/>').content).toEqual({ type: 'other' });
    expect(() => readUpdate('<Other/>')).toThrow('not <Update>');
  });
});
