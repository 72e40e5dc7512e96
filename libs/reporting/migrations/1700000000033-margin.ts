import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people do with a report: instruct by it, comment on it, read it. */
export class Margin1700000000033 implements MigrationInterface {
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

      CREATE TABLE report_comments (
        id uuid PRIMARY KEY,
        report_id uuid NOT NULL REFERENCES reports (id),
        section_key text NOT NULL,
        -- The words that it is about, as they stood.
        quote text,
        text text NOT NULL,
        written_by uuid NOT NULL REFERENCES users (id),
        written_at timestamptz(3) NOT NULL,
        resolved_by uuid REFERENCES users (id),
        resolved_at timestamptz(3)
      );
      CREATE INDEX report_comments_report ON report_comments (report_id, written_at, id);

      -- Whom an issued report was sent to, and who has opened it: only the first time counts.
      CREATE TABLE report_readers (
        report_id uuid NOT NULL REFERENCES reports (id),
        user_id uuid NOT NULL REFERENCES users (id),
        -- Null: nobody sent it to them.
        sent_at timestamptz(3),
        read_at timestamptz(3),
        PRIMARY KEY (report_id, user_id)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE report_readers, report_comments, instructions');
  }
}
