import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Archive1700000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One record per chapter of an incident's life; reopening begins the next.
      -- sealed_seq is the entry of the timeline that holds the record's hash; records from before have none.
      ALTER TABLE incident_records ADD COLUMN chapter integer, ADD COLUMN sealed_seq integer;
      UPDATE incident_records r SET chapter = n.chapter FROM (
        SELECT incident_id, version, row_number() OVER (PARTITION BY incident_id ORDER BY version) AS chapter
        FROM incident_records
      ) n WHERE n.incident_id = r.incident_id AND n.version = r.version;
      ALTER TABLE incident_records ALTER COLUMN chapter SET NOT NULL,
        ADD CONSTRAINT incident_records_chapter UNIQUE (incident_id, chapter);

      -- A frozen record holds no wording, only SHA-256 over salt and wording; both go when their time is over.
      ALTER TABLE mentions ADD COLUMN wording_salt text, ADD COLUMN wording_removed_at timestamptz(3);
      CREATE INDEX mentions_with_wording ON mentions (incident_id) WHERE wording_removed_at IS NULL;
      CREATE INDEX incidents_closed ON incidents (state, closed_at, id) WHERE closed_at IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX incidents_closed, mentions_with_wording;
      ALTER TABLE mentions DROP COLUMN wording_salt, DROP COLUMN wording_removed_at;
      ALTER TABLE incident_records DROP CONSTRAINT incident_records_chapter,
        DROP COLUMN chapter, DROP COLUMN sealed_seq;
    `);
  }
}
