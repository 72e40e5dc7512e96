import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Intake1700000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Where mentions come from.
      CREATE TABLE sources (
        id uuid PRIMARY KEY,
        name text NOT NULL UNIQUE,
        kind text NOT NULL,
        url text,
        -- Which column of its files holds what, as it was last imported.
        mapping jsonb NOT NULL DEFAULT '{}',
        active boolean NOT NULL,
        version integer NOT NULL,
        created_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL
      );

      -- What many mentions are about. The key is a hash of the wording without what people put around a claim.
      CREATE TABLE topics (
        id uuid PRIMARY KEY,
        key uuid NOT NULL UNIQUE,
        title text NOT NULL,
        created_at timestamptz(3) NOT NULL
      );

      -- One wording at one place of one source, however often it was seen. The key is a hash of just these.
      -- The columns from seen_count on are sums over its sightings.
      CREATE TABLE inbox_mentions (
        id uuid PRIMARY KEY,
        key uuid NOT NULL UNIQUE,
        source_id uuid NOT NULL REFERENCES sources (id),
        outlet text,
        topic_id uuid NOT NULL REFERENCES topics (id),
        text text NOT NULL,
        url text,
        state text NOT NULL CHECK (state IN ('inbox', 'grouped', 'discarded')),
        incident_id uuid,
        reason text,
        logged_at timestamptz(3) NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        seen_count integer NOT NULL,
        first_seen_at timestamptz(3) NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        peak_rank integer,
        peak_views bigint,
        CHECK ((state = 'grouped') = (incident_id IS NOT NULL)),
        CHECK ((state = 'discarded') = (reason IS NOT NULL))
      );
      CREATE INDEX inbox_mentions_state ON inbox_mentions (state, last_seen_at DESC, id DESC);
      CREATE INDEX inbox_mentions_source ON inbox_mentions (source_id, state, last_seen_at DESC, id DESC);
      CREATE INDEX inbox_mentions_topic ON inbox_mentions (topic_id);
      CREATE INDEX inbox_mentions_incident ON inbox_mentions (incident_id) WHERE incident_id IS NOT NULL;
      CREATE INDEX inbox_mentions_text ON inbox_mentions USING gin (lower(text) gin_trgm_ops);

      -- Each time it was seen. The id is a hash of source, address, time and wording: the same sighting is one row,
      -- however often it is sent.
      CREATE TABLE sightings (
        id uuid PRIMARY KEY,
        mention_id uuid NOT NULL REFERENCES inbox_mentions (id),
        seen_at timestamptz(3) NOT NULL,
        rank integer,
        views bigint,
        url text
      );
      CREATE INDEX sightings_mention ON sightings (mention_id, seen_at);
      -- From which sighting a mention of an incident was made: it joins once, and can be taken back.
      ALTER TABLE mentions ADD COLUMN sighting_id uuid UNIQUE REFERENCES sightings (id);

      -- What somebody did with mentions of the inbox, with the places that they had before and after, to undo it.
      CREATE TABLE triage_acts (
        id uuid PRIMARY KEY,
        kind text NOT NULL,
        moves jsonb NOT NULL,
        -- The incident that was made by it, if any.
        new_incident_id uuid,
        done_by uuid NOT NULL REFERENCES users (id),
        done_at timestamptz(3) NOT NULL,
        undone_by uuid REFERENCES users (id),
        undone_at timestamptz(3)
      );

      -- A file on its way into the inbox. The file itself is in the workspace folder until it has been read.
      CREATE TABLE imports (
        id uuid PRIMARY KEY,
        source_id uuid NOT NULL REFERENCES sources (id),
        file_name text NOT NULL,
        bytes bigint NOT NULL,
        dry_run boolean NOT NULL,
        -- Columns that were named by whoever sent it, and then those that it was read with.
        mapping jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        -- Counts, format, encoding and notes so far.
        outcome jsonb,
        progress real NOT NULL,
        -- Why nothing of it could be read.
        failure jsonb,
        started_by uuid NOT NULL REFERENCES users (id),
        created_at timestamptz(3) NOT NULL,
        -- Whoever reads it renews this; when it is past, somebody else takes over.
        leased_until timestamptz(3),
        finished_at timestamptz(3)
      );
      CREATE INDEX imports_newest ON imports (created_at DESC, id DESC);
      CREATE INDEX imports_open ON imports (created_at) WHERE state IN ('waiting', 'running');

      -- Rows that could not be read, redacted, to be mended and sent again.
      CREATE TABLE import_rejects (
        import_id uuid NOT NULL REFERENCES imports (id) ON DELETE CASCADE,
        line integer NOT NULL,
        reasons jsonb NOT NULL,
        cells jsonb NOT NULL,
        PRIMARY KEY (import_id, line)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE mentions DROP COLUMN sighting_id;
      DROP TABLE import_rejects, imports, triage_acts, sightings, inbox_mentions, topics, sources;
    `);
  }
}
