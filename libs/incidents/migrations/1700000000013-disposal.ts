import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Disposal1700000000013 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Whose an incident is (core/involved.ts): what the sight of those who see only theirs goes by.
      ALTER TABLE incidents
        ADD COLUMN involved_units uuid[] NOT NULL DEFAULT '{}',
        ADD COLUMN involved_people uuid[] NOT NULL DEFAULT '{}',
        -- Since when a leader supervises it; null: nobody does.
        ADD COLUMN supervised_at timestamptz(3);
      UPDATE incidents i SET
        involved_units = ARRAY(SELECT DISTINCT unit::uuid FROM (
          SELECT s.facts->>'unitId' AS unit UNION ALL
          SELECT action->>'unitId' FROM jsonb_array_elements(coalesce(s.facts->'actions', '[]')) action
        ) units WHERE unit IS NOT NULL ORDER BY 1),
        involved_people = ARRAY(SELECT DISTINCT person::uuid FROM (
          SELECT s.facts->>'assigneeId' AS person UNION ALL
          SELECT action->>'ownerId' FROM jsonb_array_elements(coalesce(s.facts->'actions', '[]')) action
        ) people WHERE person IS NOT NULL ORDER BY 1)
      FROM subjects s WHERE s.id = i.id;
      CREATE INDEX incidents_involved_units ON incidents USING gin (involved_units);
      CREATE INDEX incidents_involved_people ON incidents USING gin (involved_people);
      CREATE INDEX incidents_supervised ON incidents (supervised_at, id) WHERE supervised_at IS NOT NULL;

      -- The actions of all plans, for the lists of those who do them. The rules read subjects.facts.
      CREATE TABLE incident_actions (
        incident_id uuid NOT NULL REFERENCES incidents (id),
        id text NOT NULL,
        title text NOT NULL,
        kind text,
        -- Whose it is: its own unit, or else the responsible one.
        unit_id uuid REFERENCES units (id),
        owner_id uuid REFERENCES users (id),
        due_at timestamptz(3) NOT NULL,
        status text NOT NULL,
        PRIMARY KEY (incident_id, id)
      );
      INSERT INTO incident_actions (incident_id, id, title, kind, unit_id, owner_id, due_at, status)
      SELECT i.id, action->>'id', action->>'title', action->>'kind',
        coalesce(action->>'unitId', s.facts->>'unitId')::uuid, (action->>'ownerId')::uuid,
        to_timestamp((action->>'dueAt')::double precision / 1000), coalesce(action->>'status', 'open')
      FROM incidents i JOIN subjects s ON s.id = i.id
      CROSS JOIN jsonb_array_elements(coalesce(s.facts->'actions', '[]')) action;
      CREATE INDEX incident_actions_unit ON incident_actions (unit_id, status, due_at, incident_id, id);
      CREATE INDEX incident_actions_owner ON incident_actions (owner_id, status, due_at, incident_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE incident_actions;
      ALTER TABLE incidents DROP COLUMN involved_units, DROP COLUMN involved_people, DROP COLUMN supervised_at;
    `);
  }
}
