import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Feeds1700000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE sources
        -- What of it is taken in, as somebody wrote it; null: everything.
        ADD COLUMN keyword_rule text,
        -- How often a feed is read.
        ADD COLUMN every_minutes integer,
        -- SHA-256 of the secret with which a program sends to this source.
        ADD COLUMN token_hash text,
        ADD COLUMN token_made_at timestamptz(3);

      -- How it goes with a source that a program reads or sends to. Apart from the source itself, since it changes
      -- every few minutes and nobody edits it.
      CREATE TABLE source_readings (
        source_id uuid PRIMARY KEY REFERENCES sources (id) ON DELETE CASCADE,
        host text,
        -- Null: it is not read by the program.
        next_read_at timestamptz(3),
        -- Whoever reads it has it until then.
        leased_until timestamptz(3),
        last_read_at timestamptz(3),
        last_good_at timestamptz(3),
        -- By which the other side knows the version that was read last.
        etag text,
        last_modified text,
        -- How often in a row it could not be read, and why the last time.
        failures integer NOT NULL DEFAULT 0,
        problem jsonb,
        taken_in bigint NOT NULL DEFAULT 0,
        -- By the keyword rule.
        left_out bigint NOT NULL DEFAULT 0,
        -- Calls by token within the minute that began then.
        calls_since timestamptz(3),
        calls integer NOT NULL DEFAULT 0
      );
      CREATE INDEX source_readings_due ON source_readings (next_read_at) WHERE next_read_at IS NOT NULL;

      -- One request at a time for each host, and a pause after it. Whoever asks it locks its row.
      CREATE TABLE feed_hosts (
        host text PRIMARY KEY,
        free_at timestamptz(3) NOT NULL
      );

      -- The entries that a feed had lately: which are new, and when one without a time was first there. The key is a
      -- hash of what the feed calls it, redacted.
      CREATE TABLE feed_entries (
        source_id uuid NOT NULL REFERENCES sources (id) ON DELETE CASCADE,
        key uuid NOT NULL,
        first_read_at timestamptz(3) NOT NULL,
        last_read_at timestamptz(3) NOT NULL,
        PRIMARY KEY (source_id, key)
      );
      CREATE INDEX feed_entries_last ON feed_entries (last_read_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE feed_entries, feed_hosts, source_readings;
      ALTER TABLE sources DROP COLUMN keyword_rule, DROP COLUMN every_minutes, DROP COLUMN token_hash,
        DROP COLUMN token_made_at;
    `);
  }
}
