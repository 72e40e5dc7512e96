import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log that nobody can bend, the outbox, the live stream, and the answers kept for Idempotency-Key. */
export class Platform1700000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE timeline_heads (
        subject_id uuid PRIMARY KEY,
        subject_type text NOT NULL,
        seq integer NOT NULL DEFAULT 0,
        hash text NOT NULL DEFAULT ''
      );

      CREATE TABLE timeline (
        subject_id uuid NOT NULL,
        seq integer NOT NULL,
        subject_type text NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_kind text NOT NULL,
        actor_id uuid,
        type text NOT NULL,
        data jsonb NOT NULL,
        prev_hash text NOT NULL,
        hash text NOT NULL,
        PRIMARY KEY (subject_id, seq)
      );
      CREATE INDEX timeline_at ON timeline (at DESC, subject_id, seq);
      CREATE INDEX timeline_actor ON timeline (actor_id, at DESC) WHERE actor_id IS NOT NULL;

      -- The second lock on the door: even a role that was granted too much cannot rewrite what happened.
      CREATE FUNCTION timeline_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the timeline is append-only' USING ERRCODE = 'insufficient_privilege';
      END $$;
      CREATE TRIGGER timeline_append_only BEFORE UPDATE OR DELETE ON timeline
        FOR EACH ROW EXECUTE FUNCTION timeline_is_append_only();
      CREATE TRIGGER timeline_no_truncate BEFORE TRUNCATE ON timeline
        FOR EACH STATEMENT EXECUTE FUNCTION timeline_is_append_only();

      CREATE TABLE outbox (
        id uuid PRIMARY KEY,
        queue text NOT NULL,
        name text NOT NULL,
        payload jsonb NOT NULL,
        created_at timestamptz(3) NOT NULL,
        dispatched_at timestamptz(3),
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        done_at timestamptz(3)
      );
      CREATE INDEX outbox_waiting ON outbox (created_at) WHERE done_at IS NULL;
      CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;

      -- Order across processes: a row is read only when no older transaction can still commit (xid < xmin).
      CREATE TABLE stream_events (
        id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
        xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
        type text NOT NULL,
        user_id uuid,
        data jsonb NOT NULL,
        at timestamptz(3) NOT NULL
      );
      CREATE INDEX stream_events_order ON stream_events (xid, id);

      CREATE TABLE idempotency_keys (
        user_id uuid NOT NULL,
        key text NOT NULL,
        request_hash text NOT NULL,
        started_at timestamptz(3) NOT NULL,
        status integer,
        body jsonb,
        PRIMARY KEY (user_id, key)
      );
      CREATE INDEX idempotency_keys_age ON idempotency_keys (started_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE idempotency_keys, stream_events, outbox, timeline, timeline_heads;
      DROP FUNCTION timeline_is_append_only();
    `);
  }
}
