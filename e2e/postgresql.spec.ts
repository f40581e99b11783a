import { startPostgres } from '@eyeline/testing';
import { Agent } from './harness/agent.ts';
import { ContactCentre } from './harness/contact-centre.ts';
import { Customer } from './harness/customer.ts';
import { expectPicture } from './harness/picture.ts';
import { test } from './harness/scene.ts';

test('the same call on a PostgreSQL server, which survives the death of ours', async ({
  customerBrowser,
  agentBrowser,
}) => {
  const postgres = await startPostgres();
  const centre = await ContactCentre.start({ databaseUrl: postgres.url });
  const agent = await Agent.signIn(agentBrowser, centre.url);
  await agent.goReady();
  const customer = await Customer.visit(customerBrowser, centre.url);
  await customer.ask('Ada Lovelace');
  await agent.acceptOffer();
  await customer.say('before');
  await agent.expectTexts(['before']);
  await centre.kill();
  await centre.run();
  await customer.say('after');
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
