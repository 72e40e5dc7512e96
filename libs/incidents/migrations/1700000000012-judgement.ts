import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Judgement1700000000012 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What whoever judged had before them, as canonical JSON knows it; the entry of the timeline holds its hash.
      CREATE TABLE judgements (
        incident_id uuid NOT NULL REFERENCES incidents (id),
        -- The version of the incident that the judgement made.
        version integer NOT NULL,
        judged_by uuid NOT NULL REFERENCES users (id),
        judged_at timestamptz(3) NOT NULL,
        record jsonb NOT NULL,
        sha256 text NOT NULL,
        PRIMARY KEY (incident_id, version)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE judgements');
  }
}
