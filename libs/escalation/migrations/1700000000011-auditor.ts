import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What the auditor found, and how the outside heartbeat does.
 *
 * The two `…_stuck` indexes hold exactly what must not be: rows that should fire one day and are not armed for it.
 * While all is well they are empty, so that looking each minute costs nothing however many deadlines there are.
 *
 * The `…_started` indexes are for response times of a period. Rows are written in the order of time, so that block
 * ranges find a quarter's among years at next to no cost for writing them.
 */
export class Auditor1700000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE engine_findings (
        id uuid PRIMARY KEY,
        code text NOT NULL,
        -- Which one of its code: the id of a ladder, the name of a channel. Empty when there can be one only.
        key text NOT NULL,
        message jsonb NOT NULL,
        since timestamptz(3) NOT NULL,
        subject_type text,
        subject_id uuid,
        first_seen timestamptz(3) NOT NULL,
        last_seen timestamptz(3) NOT NULL,
        resolved_at timestamptz(3),
        -- How often administrators were told of it, and when last.
        told integer NOT NULL DEFAULT 0,
        told_at timestamptz(3)
      );
      CREATE UNIQUE INDEX engine_findings_open ON engine_findings (code, key) WHERE resolved_at IS NULL;
      CREATE INDEX engine_findings_resolved ON engine_findings (resolved_at) WHERE resolved_at IS NOT NULL;

      -- One row. Unlogged like the beats: the next ping fills it again.
      CREATE UNLOGGED TABLE engine_heartbeat (
        singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
        succeeded_at timestamptz(3),
        failed_at timestamptz(3),
        error text
      );

      CREATE INDEX escalations_stuck ON escalations (started_at)
        WHERE ended_at IS NULL AND moving AND (state NOT IN ('active', 'acknowledged') OR fire_at IS NULL
          OR fire_at IS DISTINCT FROM CASE state WHEN 'active' THEN next_step_at ELSE lapses_at END);
      CREATE INDEX escalations_still ON escalations (deadline_id) WHERE ended_at IS NULL AND NOT moving;
      CREATE INDEX deadlines_stuck ON deadlines (due_at)
        WHERE (state = 'running' AND due_at IS NOT NULL AND breached_at IS NULL
            AND (fire_at IS NULL OR fire_at > due_at))
          OR (state = 'paused' AND resume_by IS NOT NULL AND fire_at IS DISTINCT FROM resume_by);

      CREATE INDEX deadlines_started ON deadlines USING brin (started_at);
      CREATE INDEX escalations_started ON escalations USING brin (started_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX escalations_stuck, escalations_still, deadlines_stuck, deadlines_started, escalations_started;
      DROP TABLE engine_findings, engine_heartbeat;
    `);
  }
}
