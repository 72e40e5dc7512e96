import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Notify1700000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One person, one channel, one cause: the unique key is what makes every sender repeatable.
      CREATE TABLE notifications (
        id uuid PRIMARY KEY,
        cause text NOT NULL,
        user_id uuid NOT NULL REFERENCES users (id),
        channel text NOT NULL,
        topic text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        escalation_id uuid,
        data jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL,
        delivery text NOT NULL,
        delivered_at timestamptz(3),
        read_at timestamptz(3),
        UNIQUE (cause, user_id, channel)
      );
      CREATE INDEX notifications_user ON notifications (user_id, created_at DESC, id DESC);
      CREATE INDEX notifications_unread ON notifications (user_id) WHERE read_at IS NULL;
      CREATE INDEX notifications_escalation ON notifications (escalation_id) WHERE escalation_id IS NOT NULL;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE notifications');
  }
}
