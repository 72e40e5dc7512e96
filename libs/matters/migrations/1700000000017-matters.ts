import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Matters1700000000017 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What units report before it happens. The rules read subjects.facts; both change in one transaction.
      CREATE TABLE matters (
        id uuid PRIMARY KEY,
        unit_id uuid NOT NULL REFERENCES units (id),
        state text NOT NULL,
        version integer NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        category text,
        what text NOT NULL,
        place text NOT NULL,
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        -- [{question, answer}]
        questions jsonb NOT NULL,
        -- Whom to ask: a unit, never a person.
        contact_unit_id uuid NOT NULL REFERENCES units (id),
        -- What the duty office wants to know, and why it was cancelled.
        question text,
        reason text,
        created_by uuid NOT NULL REFERENCES users (id),
        received_by uuid REFERENCES users (id),
        reported_at timestamptz(3),
        received_at timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL
      );
      CREATE INDEX matters_time ON matters (starts_at, id);
      CREATE INDEX matters_end ON matters (ends_at, id);
      CREATE INDEX matters_unit ON matters (unit_id, starts_at);

      -- What people have said of a suggestion. What nobody has decided on is worked out anew each time it is shown.
      CREATE TABLE matter_links (
        matter_id uuid NOT NULL REFERENCES matters (id),
        incident_id uuid NOT NULL REFERENCES incidents (id),
        state text NOT NULL CHECK (state IN ('confirmed', 'dismissed')),
        decided_by uuid NOT NULL REFERENCES users (id),
        decided_at timestamptz(3) NOT NULL,
        PRIMARY KEY (matter_id, incident_id)
      );
      CREATE INDEX matter_links_incident ON matter_links (incident_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE matter_links, matters');
  }
}
