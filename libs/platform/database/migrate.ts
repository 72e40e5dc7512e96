import pg from 'pg';
import { DataSource } from 'typeorm';
import type { MigrationInterface } from 'typeorm';
import { runMigrations as migrateQueues } from 'bullmq';

/** The role that the running program works as. It owns nothing, and may only add to the timeline. */
export const APP_ROLE = 'mingbian_app';
export const QUEUE_SCHEMA = 'bullmq';

/** Any number; it only has to be the same in every process of this product. */
const MIGRATION_LOCK = 4_712_026;

export type Migration = new () => MigrationInterface;

/** Brings the schema up to date under an advisory lock, so that several processes may start at once. */
export async function migrate(ownerUrl: string, migrations: readonly Migration[]): Promise<void> {
  const lock = new pg.Client({ connectionString: ownerUrl });
  await lock.connect();
  try {
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await makeAppRole(lock);
    const source = new DataSource({
      type: 'postgres',
      url: ownerUrl,
      migrations: [...migrations],
      migrationsTableName: 'schema_migrations',
      poolSize: 2,
    });
    await source.initialize();
    try {
      await source.runMigrations({ transaction: 'each' });
    } finally {
      await source.destroy();
    }
    await migrateQueues(lock, QUEUE_SCHEMA);
    await grant(lock);
  } finally {
    await lock.end();
  }
}

/** An owner who may not make roles can work with the one that somebody made, and granted, for them. */
async function makeAppRole(client: pg.Client): Promise<void> {
  await client.query(`
    DO $$ BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '${APP_ROLE}') THEN
        CREATE ROLE ${APP_ROLE} NOLOGIN;
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END $$;
    DO $$ BEGIN
      GRANT ${APP_ROLE} TO CURRENT_USER;
    EXCEPTION WHEN insufficient_privilege THEN NULL;
    END $$;
  `);
}

async function grant(client: pg.Client): Promise<void> {
  await client.query(`
    GRANT USAGE ON SCHEMA public, ${QUEUE_SCHEMA} TO ${APP_ROLE};
    -- BullMQ makes a sequence for each queue when the first job is added to it.
    GRANT CREATE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public, ${QUEUE_SCHEMA} TO ${APP_ROLE};
    GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public, ${QUEUE_SCHEMA} TO ${APP_ROLE};
    GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    REVOKE UPDATE, DELETE, TRUNCATE ON timeline FROM ${APP_ROLE};
    REVOKE DELETE, TRUNCATE ON timeline_heads FROM ${APP_ROLE};
    REVOKE INSERT, UPDATE, DELETE ON schema_migrations FROM ${APP_ROLE};
  `);
}
