import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Reports: what was drafted from the figures, what people made of it, and the hash of what was issued. */
export class Reports1700000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What lists and pages read of a report. The rules read subjects.facts; every command keeps the two alike.
      CREATE TABLE reports (
        id uuid PRIMARY KEY,
        type text NOT NULL,
        -- What it is about: its type and period, or its incident, or its unit and period.
        about text NOT NULL,
        period_from timestamptz(3) NOT NULL,
        period_to timestamptz(3) NOT NULL,
        incident_id uuid REFERENCES incidents (id),
        unit_id uuid REFERENCES units (id),
        language text NOT NULL,
        title text NOT NULL,
        period_name text NOT NULL,
        as_of timestamptz(3) NOT NULL,
        edition integer NOT NULL,
        previous_id uuid REFERENCES reports (id),
        reason text,
        state text NOT NULL,
        version integer NOT NULL,
        -- Figures and sections as they were drafted.
        content jsonb NOT NULL,
        -- The texts that people put in the place of drafted ones, by the keys of their sections.
        edits jsonb NOT NULL DEFAULT '{}',
        -- Of all that was approved; null before.
        sha256 text,
        drafted_at timestamptz(3) NOT NULL,
        -- Null: the program itself.
        drafted_by uuid REFERENCES users (id),
        submitted_by uuid REFERENCES users (id),
        approved_by uuid REFERENCES users (id),
        issued_at timestamptz(3),
        updated_at timestamptz(3) NOT NULL
      );
      -- One draft at a time of the same thing.
      CREATE UNIQUE INDEX reports_open ON reports (about) WHERE state IN ('draft', 'submitted', 'approved');
      CREATE INDEX reports_about ON reports (about, edition DESC);
      CREATE INDEX reports_period ON reports (period_to DESC, id DESC);
      CREATE INDEX reports_previous ON reports (previous_id) WHERE previous_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE reports;');
  }
}
