import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Instructions1700000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What leaders ask of units in the margin of a report. The rules read subjects.facts; both change together.
      CREATE TABLE instructions (
        id uuid PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES reports (id),
        section_key text,
        incident_id uuid REFERENCES incidents (id),
        unit_id uuid NOT NULL REFERENCES units (id),
        given_by uuid NOT NULL REFERENCES users (id),
        text text NOT NULL,
        due_at timestamptz(3) NOT NULL,
        state text NOT NULL,
        version integer NOT NULL,
        -- What the unit reported last, and why it was returned, put off or withdrawn.
        result text,
        reason text,
        completed_by uuid REFERENCES users (id),
        completed_at timestamptz(3),
        closed_at timestamptz(3),
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX instructions_newest ON instructions (created_at, id);
      CREATE INDEX instructions_due ON instructions (due_at, id) WHERE state IN ('given', 'done');
      CREATE INDEX instructions_unit ON instructions (unit_id, created_at);
      CREATE INDEX instructions_report ON instructions (report_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE instructions');
  }
}
