import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Room1700000000019 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Who looks at an incident now. A row is gone two minutes after the last sign of life, and nothing else keeps it;
      -- not logged, so that no backup or archive of the log keeps it either.
      CREATE UNLOGGED TABLE incident_presence (
        incident_id uuid NOT NULL,
        user_id uuid NOT NULL,
        seen_at timestamptz(3) NOT NULL,
        PRIMARY KEY (incident_id, user_id)
      );
      CREATE INDEX incident_presence_seen ON incident_presence (seen_at);

      -- How far somebody has read. Without a time: it marks what is new to them, not when they looked.
      CREATE TABLE incident_read_marks (
        user_id uuid NOT NULL REFERENCES users (id),
        incident_id uuid NOT NULL REFERENCES incidents (id),
        seq integer NOT NULL,
        PRIMARY KEY (user_id, incident_id)
      );

      -- Who wants to hear of an incident. A row that says no stays: acting again does not subscribe again.
      CREATE TABLE incident_watchers (
        incident_id uuid NOT NULL REFERENCES incidents (id),
        user_id uuid NOT NULL REFERENCES users (id),
        watching boolean NOT NULL,
        muted boolean NOT NULL DEFAULT false,
        PRIMARY KEY (incident_id, user_id)
      );
      CREATE INDEX incident_watchers_user ON incident_watchers (user_id, incident_id) WHERE watching;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE incident_watchers, incident_read_marks, incident_presence');
  }
}
