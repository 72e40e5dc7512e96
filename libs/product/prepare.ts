import {
  bootstrapAdministrator,
  deedOfSystem,
  issueSetupToken,
  seedUnits,
  setupLink,
} from '#identity';
import type { Foundation } from '#platform';
import { seedRegisters } from '#registers';
import { Definitions } from '#workflow';
import type { Configuration } from './config/configuration.js';

/** Brings the database in line with the configuration. Repeating it changes nothing. */
export async function prepare(
  foundation: Foundation,
  configuration: Configuration,
): Promise<Definitions> {
  const { database, clock, settings } = foundation;
  const definitions = new Definitions();
  await database.transaction(async (tx) => {
    await definitions.load(tx, configuration.definitions, configuration.world, clock.now());
  });
  const deed = deedOfSystem(clock);
  const { units, dutyOffice } = configuration.organisation;
  await database.transaction((tx) => seedUnits(tx, deed, units.map(declared), dutyOffice));
  await database.transaction((tx) =>
    seedRegisters(tx, configuration.firstRecords, configuration.registers, clock.now()),
  );
  const { bootstrap } = settings;
  if (bootstrap !== null)
    await database.transaction((tx) => bootstrapAdministrator(tx, deed, bootstrap));
  return definitions;
}

const declared = ({ code, name, parent }: Configuration['organisation']['units'][number]) => ({
  code,
  name,
  ...(parent !== undefined && { parent }),
});

/** The one-time link with which the first administrator signs up; null when somebody is there already. */
export async function firstAdministratorLink(
  { database, clock }: Foundation,
  address: string,
): Promise<string | null> {
  const secret = await database.transaction((tx) => issueSetupToken(tx, clock.now()));
  return secret === null ? null : setupLink(address, secret);
}
