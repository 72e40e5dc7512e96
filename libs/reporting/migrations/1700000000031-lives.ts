import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What figures count, folded from the timeline of each incident: how it stands after its last entry, and what happened
 * to it when. Both can be thrown away and folded again. `lives_due` are incidents whose timeline went on since.
 */
export class Lives1700000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE lives (
        incident_id uuid PRIMARY KEY,
        logged_at timestamptz(3) NOT NULL,
        last_at timestamptz(3) NOT NULL,
        state text NOT NULL,
        is_closed boolean NOT NULL,
        kind text NOT NULL,
        category text NOT NULL,
        place text,
        source text,
        severity text NOT NULL,
        verdict text NOT NULL,
        unit_id uuid
      );
      CREATE INDEX lives_logged ON lives (logged_at);
      CREATE INDEX lives_last ON lives (last_at);
      CREATE INDEX lives_open ON lives (logged_at) WHERE NOT is_closed;

      CREATE TABLE happenings (
        incident_id uuid NOT NULL,
        what text NOT NULL,
        clock text,
        at timestamptz(3) NOT NULL,
        -- When the same had happened to the incident before: what happened again in a period is told by it.
        previous_at timestamptz(3),
        ms bigint
      );
      CREATE INDEX happenings_incident ON happenings (incident_id);
      CREATE INDEX happenings_at ON happenings (at) INCLUDE (what, clock, ms, incident_id, previous_at);

      -- What figures count of shifts and clarifications; the planner takes it for just these types.
      CREATE INDEX timeline_noted ON timeline (at)
        WHERE type IN ('signed-in', 'signed-in-late', 'missed', 'clarification.matched');

      -- The hash of the rules by which lives were folded: under others, all are folded anew.
      CREATE TABLE lives_reading (hash text NOT NULL);

      CREATE TABLE lives_due (incident_id uuid PRIMARY KEY);
      INSERT INTO lives_due SELECT subject_id FROM timeline_heads WHERE subject_type = 'incident';

      -- An update, not "do nothing": it locks the row until the entry is committed, so that nobody who folds in
      -- between takes the mark away without having seen the entry.
      CREATE FUNCTION mark_lives() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO lives_due SELECT DISTINCT subject_id FROM added WHERE subject_type = 'incident' ORDER BY 1
          ON CONFLICT (incident_id) DO UPDATE SET incident_id = excluded.incident_id;
        RETURN NULL;
      END $$;
      CREATE TRIGGER timeline_marks_lives AFTER INSERT ON timeline
        REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION mark_lives();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER timeline_marks_lives ON timeline;
      DROP FUNCTION mark_lives();
      DROP INDEX timeline_noted;
      DROP TABLE lives_due, lives_reading, happenings, lives;
    `);
  }
}
