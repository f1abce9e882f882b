/** The list made at build tells of each command what the command itself does. */
import { expect, test } from 'vitest';
import { createRegistry } from '../../src/app/registry.ts';
import { listingOf } from '../../src/os/listing.ts';
import { fixture } from '../fixtures/resume.ts';

test('every command that there is stands in the list, as its own file has it, and no other', async () => {
  const commands = createRegistry(fixture);
  const all = await Promise.all(commands.names().map((name) => commands.find(name)));
  expect(await commands.listings()).toEqual(all.filter((command) => command !== undefined).map(listingOf));
});
