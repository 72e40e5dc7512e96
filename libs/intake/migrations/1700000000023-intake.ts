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
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE sightings, inbox_mentions, topics, sources');
  }
}
