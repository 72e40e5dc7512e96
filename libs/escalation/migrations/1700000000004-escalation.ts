import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Escalation1700000000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE deadlines (
        id uuid PRIMARY KEY,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        clock text NOT NULL,
        grade text NOT NULL,
        state text NOT NULL CHECK (state IN ('running', 'paused', 'dormant', 'stopped')),
        version integer NOT NULL DEFAULT 1,
        started_at timestamptz(3) NOT NULL,
        due_at timestamptz(3),
        -- When the present due time was set: a regrade may set one that is past already.
        due_set_at timestamptz(3) NOT NULL,
        warn_at timestamptz(3),
        warned_at timestamptz(3),
        breached_at timestamptz(3),
        paused_at timestamptz(3),
        paused_ms bigint NOT NULL DEFAULT 0,
        paused_work_ms bigint NOT NULL DEFAULT 0,
        resume_by timestamptz(3),
        stopped_at timestamptz(3),
        stopped_by text,
        -- The next instant at which something is to be done about this row; null when nothing is.
        fire_at timestamptz(3),
        fire_kind text CHECK (fire_kind IN ('warn', 'breach', 'resume'))
      );
      CREATE UNIQUE INDEX deadlines_one_live ON deadlines (subject_id, clock) WHERE state <> 'stopped';
      CREATE INDEX deadlines_subject ON deadlines (subject_id, started_at);
      CREATE INDEX deadlines_fire ON deadlines (fire_at, subject_id) WHERE fire_at IS NOT NULL;
      CREATE INDEX deadlines_due ON deadlines (due_at, id) WHERE state <> 'stopped' AND due_at IS NOT NULL;

      CREATE TABLE escalations (
        id uuid PRIMARY KEY,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        clock text NOT NULL,
        deadline_id uuid NOT NULL REFERENCES deadlines (id),
        ladder text NOT NULL,
        -- The ladder as it stood when this one started; a change of the configuration does not reach it.
        policy jsonb NOT NULL,
        state text NOT NULL CHECK (state IN ('active', 'acknowledged', 'stopped', 'exhausted')),
        -- The last step taken; null before the first one. Rounds and steps count from 1.
        round integer,
        step integer,
        steps_taken integer NOT NULL DEFAULT 0,
        next_round integer,
        next_step integer,
        next_step_at timestamptz(3),
        started_at timestamptz(3) NOT NULL,
        acknowledged_by uuid,
        acknowledged_at timestamptz(3),
        lapses_at timestamptz(3),
        ended_at timestamptz(3),
        -- False while its deadline is paused.
        moving boolean NOT NULL DEFAULT true,
        fire_at timestamptz(3)
      );
      CREATE UNIQUE INDEX escalations_one_live ON escalations (deadline_id) WHERE ended_at IS NULL;
      CREATE INDEX escalations_subject ON escalations (subject_id, started_at);
      CREATE INDEX escalations_fire ON escalations (fire_at, subject_id) WHERE fire_at IS NOT NULL;
      CREATE INDEX escalations_state ON escalations (state, started_at DESC);

      -- One row for each step taken, whoever it reached.
      CREATE TABLE escalation_steps (
        escalation_id uuid NOT NULL REFERENCES escalations (id),
        ordinal integer NOT NULL,
        round integer NOT NULL,
        step integer NOT NULL,
        targets text[] NOT NULL,
        reached uuid[] NOT NULL,
        due_at timestamptz(3) NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (escalation_id, ordinal)
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE escalation_steps, escalations, deadlines');
  }
}
