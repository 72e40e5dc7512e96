import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Release1700000000014 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What lists read of a release. The rules read subjects.facts; every command keeps the two alike.
      CREATE TABLE releases (
        id uuid PRIMARY KEY,
        incident_id uuid REFERENCES incidents (id),
        title text NOT NULL,
        state text NOT NULL,
        version integer NOT NULL,
        severity text NOT NULL,
        unit_id uuid NOT NULL REFERENCES units (id),
        publicity_unit_id uuid NOT NULL REFERENCES units (id),
        drafted_by uuid NOT NULL REFERENCES users (id),
        text_version integer NOT NULL,
        -- The version that is out; null before the first publication.
        published_version integer,
        first_approved_by uuid,
        second_approved_by uuid,
        publish_at timestamptz(3),
        published_at timestamptz(3),
        withdrawn_at timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL
      );
      CREATE INDEX releases_updated ON releases (updated_at DESC, id DESC);
      CREATE INDEX releases_state ON releases (state, updated_at DESC, id DESC);
      CREATE INDEX releases_incident ON releases (incident_id, updated_at DESC) WHERE incident_id IS NOT NULL;

      -- Every text that was ever written; the timeline holds its hash.
      CREATE TABLE release_versions (
        release_id uuid NOT NULL REFERENCES releases (id),
        version integer NOT NULL,
        title text NOT NULL,
        body text NOT NULL,
        sha256 text NOT NULL,
        -- How many pieces of each kind the redactor took out. What they were is not kept.
        redacted jsonb NOT NULL,
        written_by uuid NOT NULL REFERENCES users (id),
        written_at timestamptz(3) NOT NULL,
        PRIMARY KEY (release_id, version)
      );
      -- Who has had which version open.
      CREATE TABLE release_seen (
        release_id uuid NOT NULL,
        version integer NOT NULL,
        user_id uuid NOT NULL REFERENCES users (id),
        seen_at timestamptz(3) NOT NULL,
        PRIMARY KEY (release_id, version, user_id),
        FOREIGN KEY (release_id, version) REFERENCES release_versions (release_id, version)
      );
      -- What a reviewer has ticked so far; the approval keeps it with its times.
      CREATE TABLE release_ticks (
        release_id uuid NOT NULL,
        version integer NOT NULL,
        user_id uuid NOT NULL REFERENCES users (id),
        check_name text NOT NULL,
        ticked_at timestamptz(3) NOT NULL,
        PRIMARY KEY (release_id, version, user_id, check_name),
        FOREIGN KEY (release_id, version) REFERENCES release_versions (release_id, version)
      );
      -- What went out, and where. Never changed: a correction is another row, a withdrawal too.
      CREATE TABLE release_publications (
        id uuid PRIMARY KEY,
        release_id uuid NOT NULL REFERENCES releases (id),
        kind text NOT NULL CHECK (kind IN ('published', 'corrected', 'withdrawn')),
        version integer NOT NULL,
        links jsonb NOT NULL,
        reason text,
        capture_id uuid REFERENCES attachments (id),
        capture_text text,
        capture_sha256 text,
        -- SHA-256 of what the public is shown; null when the text says nothing on a finding.
        record_sha256 text,
        by_id uuid NOT NULL REFERENCES users (id),
        at timestamptz(3) NOT NULL
      );
      CREATE INDEX release_publications_release ON release_publications (release_id, at, id);
      -- The release as it was filed. One row per filing.
      CREATE TABLE release_records (
        release_id uuid NOT NULL REFERENCES releases (id),
        version integer NOT NULL,
        record jsonb NOT NULL,
        sha256 text NOT NULL,
        filed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (release_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE release_records, release_publications, release_ticks, release_seen, release_versions, releases',
    );
  }
}
