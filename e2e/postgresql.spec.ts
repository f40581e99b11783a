import { startPostgres } from '@eyeline/testing';
import { ContactCentre } from './harness/contact-centre.ts';
import { expectPicture } from './harness/picture.ts';
import { meet, test } from './harness/scene.ts';

test('on a PostgreSQL server what was written survives our own server being killed, and a call begins after it', async ({
  customerBrowser,
  agentBrowser,
}) => {
  const postgres = await startPostgres();
  const centre = await ContactCentre.start({ databaseUrl: postgres.url });
  const { agent, customer } = await meet({ centre, customerBrowser, agentBrowser });
  await customer.send('before');
  await agent.expectTexts(['before']);
  await centre.kill();
  await centre.run();
  await customer.send('after');
  await agent.expectTexts(['before', 'after']);
  await customer.press('Start video');
  await agent.press('Accept');
  await expectPicture(agent.theirPicture, 'red');
  await expectPicture(customer.theirPicture, 'blue');
  await agent.press('End chat');
  await agent.wrapUp('Solved');
  await centre.stop();
  await postgres.stop();
});
