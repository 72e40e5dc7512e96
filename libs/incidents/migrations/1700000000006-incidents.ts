import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Incidents1700000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE EXTENSION IF NOT EXISTS pg_trgm;

      CREATE TABLE incident_numbers (
        year integer PRIMARY KEY,
        last integer NOT NULL
      );
      -- What lists and searches read. The rules read subjects.facts; the projector keeps the two alike.
      CREATE TABLE incidents (
        id uuid PRIMARY KEY,
        number text NOT NULL UNIQUE,
        title text NOT NULL,
        claim text NOT NULL,
        kind text NOT NULL,
        category text NOT NULL,
        place text,
        occurred_at timestamptz(3),
        state text NOT NULL,
        severity text NOT NULL,
        verdict text NOT NULL,
        unit_id uuid REFERENCES units (id),
        assignee_id uuid REFERENCES users (id),
        version integer NOT NULL,
        detected_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        closed_at timestamptz(3),
        mention_count integer NOT NULL,
        first_seen_at timestamptz(3),
        last_seen_at timestamptz(3),
        peak_rank integer,
        peak_views bigint,
        search text GENERATED ALWAYS AS (lower(number || ' ' || title || ' ' || claim || ' ' || coalesce(place, ''))) STORED
      );
      CREATE INDEX incidents_newest ON incidents (detected_at DESC, id DESC);
      CREATE INDEX incidents_state ON incidents (state, detected_at DESC, id DESC);
      CREATE INDEX incidents_severity ON incidents (severity, detected_at DESC, id DESC);
      CREATE INDEX incidents_unit ON incidents (unit_id, detected_at DESC, id DESC);
      CREATE INDEX incidents_updated ON incidents (updated_at DESC, id DESC);
      CREATE INDEX incidents_search ON incidents USING gin (search gin_trgm_ops);

      -- A sighting: where, when, what wording, how far. Never who.
      CREATE TABLE mentions (
        id uuid PRIMARY KEY,
        incident_id uuid NOT NULL REFERENCES incidents (id),
        -- The incidents it was merged away from, oldest first, so that unmerge can restore each.
        merge_path uuid[] NOT NULL DEFAULT '{}',
        source text NOT NULL,
        url text,
        text text NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        rank integer,
        views bigint,
        logged_at timestamptz(3) NOT NULL
      );
      CREATE INDEX mentions_incident ON mentions (incident_id, seen_at, id);
      CREATE INDEX mentions_merge_path ON mentions USING gin (merge_path);

      -- Content is stored once, under its own SHA-256; the bytes are files below the workspace folder.
      CREATE TABLE attachments (
        id uuid PRIMARY KEY,
        incident_id uuid NOT NULL REFERENCES incidents (id),
        sha256 text NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        bytes integer NOT NULL,
        added_by uuid NOT NULL REFERENCES users (id),
        added_at timestamptz(3) NOT NULL,
        UNIQUE (incident_id, sha256)
      );

      CREATE TABLE incident_links (
        from_id uuid NOT NULL REFERENCES incidents (id),
        to_id uuid NOT NULL REFERENCES incidents (id),
        relation text NOT NULL,
        added_by uuid NOT NULL REFERENCES users (id),
        added_at timestamptz(3) NOT NULL,
        PRIMARY KEY (from_id, to_id)
      );

      -- The record as it stood when the incident was archived. One row per archiving.
      CREATE TABLE incident_records (
        incident_id uuid NOT NULL REFERENCES incidents (id),
        version integer NOT NULL,
        record jsonb NOT NULL,
        sha256 text NOT NULL,
        archived_at timestamptz(3) NOT NULL,
        PRIMARY KEY (incident_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE incident_records, incident_links, attachments, mentions, incidents, incident_numbers',
    );
  }
}
