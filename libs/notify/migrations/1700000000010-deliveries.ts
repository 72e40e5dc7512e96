import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Deliveries1700000000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- One person, one channel, one cause: never twice on one channel for one step.
      CREATE TABLE deliveries (
        id uuid PRIMARY KEY,
        -- What was told in the application at the same time; null for a test of a contact.
        notification_id uuid REFERENCES notifications (id),
        cause text NOT NULL,
        user_id uuid NOT NULL REFERENCES users (id),
        channel text NOT NULL,
        -- As it was at that time. Empty for browsers: all that the person has are asked.
        address text NOT NULL,
        severity text NOT NULL,
        escalation_id uuid,
        state text NOT NULL CHECK (state IN ('queued', 'sending', 'delivered', 'failed', 'in-doubt')),
        attempts integer NOT NULL DEFAULT 0,
        -- Why its last attempt did not arrive, or why there was none.
        code text,
        reason text,
        next_attempt_at timestamptz(3) NOT NULL,
        -- Who has not been told until then is not told any more: it is in the application.
        expires_at timestamptz(3) NOT NULL,
        -- When the last attempt began.
        sending_since timestamptz(3),
        -- The message in which it went out together with others.
        bundle_id uuid,
        provider_id text,
        created_at timestamptz(3) NOT NULL,
        done_at timestamptz(3),
        UNIQUE (cause, user_id, channel)
      );
      CREATE INDEX deliveries_due ON deliveries (channel, next_attempt_at) WHERE state = 'queued';
      CREATE INDEX deliveries_sending ON deliveries (channel, sending_since) WHERE state = 'sending';
      CREATE INDEX deliveries_recent ON deliveries (user_id, channel, sending_since);
      CREATE INDEX deliveries_done ON deliveries (channel, state, done_at);
      CREATE INDEX deliveries_escalation ON deliveries (escalation_id, created_at) WHERE escalation_id IS NOT NULL;

      -- How somebody wants to be reached. No row: as their contacts are listed, at any hour.
      CREATE TABLE channel_preferences (
        user_id uuid PRIMARY KEY REFERENCES users (id),
        channel_order jsonb NOT NULL,
        quiet jsonb,
        updated_at timestamptz(3) NOT NULL
      );

      -- Browsers that show notifications. An endpoint belongs to whoever was signed in last.
      CREATE TABLE push_subscriptions (
        endpoint text PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id),
        p256dh text NOT NULL,
        auth text NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX push_subscriptions_user ON push_subscriptions (user_id, created_at);

      -- Links with which somebody acknowledges from a message. Only the hash of the secret is kept.
      CREATE TABLE message_links (
        secret_hash text PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id),
        escalation_id uuid NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        used_at timestamptz(3)
      );
      CREATE INDEX message_links_end ON message_links (expires_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE message_links, push_subscriptions, channel_preferences, deliveries',
    );
  }
}
