import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Duty1700000000009 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE schedules (
        id uuid PRIMARY KEY,
        name text NOT NULL,
        version integer NOT NULL,
        created_at timestamptz(3) NOT NULL,
        archived_at timestamptz(3)
      );
      -- The rules in force from an instant on, until the next version's. The past is what the versions of then say.
      CREATE TABLE schedule_versions (
        schedule_id uuid NOT NULL REFERENCES schedules (id),
        version integer NOT NULL,
        effective_from timestamptz(3) NOT NULL,
        rules jsonb NOT NULL,
        made_by uuid,
        PRIMARY KEY (schedule_id, version)
      );
      CREATE TABLE duty_overrides (
        id uuid PRIMARY KEY,
        schedule_id uuid NOT NULL REFERENCES schedules (id),
        position text NOT NULL CHECK (position IN ('officer', 'deputy', 'leader')),
        starts_at timestamptz(3) NOT NULL,
        -- A cancelled override ends where it was cancelled, if it had begun: the past stays.
        ends_at timestamptz(3) NOT NULL,
        user_id uuid NOT NULL REFERENCES users (id),
        via text NOT NULL CHECK (via IN ('override', 'swap')),
        reason text,
        created_by uuid,
        created_at timestamptz(3) NOT NULL,
        cancelled_at timestamptz(3),
        CHECK (ends_at >= starts_at)
      );
      CREATE INDEX duty_overrides_schedule ON duty_overrides (schedule_id, starts_at);
      CREATE TABLE leaves (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id),
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        note text,
        created_by uuid,
        created_at timestamptz(3) NOT NULL,
        cancelled_at timestamptz(3),
        CHECK (ends_at >= starts_at)
      );
      CREATE INDEX leaves_user ON leaves (user_id, starts_at);
      -- What lists read of shifts, swaps and handovers. The truth is in subjects; both change in one transaction.
      CREATE TABLE shifts (
        id uuid PRIMARY KEY,
        schedule_id uuid NOT NULL REFERENCES schedules (id),
        position text NOT NULL,
        user_id uuid NOT NULL REFERENCES users (id),
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        via text NOT NULL,
        state text NOT NULL,
        version integer NOT NULL,
        signed_in_at timestamptz(3),
        late boolean NOT NULL DEFAULT false,
        signed_out_at timestamptz(3),
        handover_id uuid
      );
      CREATE INDEX shifts_time ON shifts (ends_at, starts_at);
      CREATE INDEX shifts_user ON shifts (user_id, starts_at);
      CREATE INDEX shifts_place ON shifts (schedule_id, position, starts_at);
      CREATE TABLE handovers (
        id uuid PRIMARY KEY,
        shift_id uuid NOT NULL REFERENCES shifts (id),
        next_shift_id uuid NOT NULL REFERENCES shifts (id),
        state text NOT NULL,
        version integer NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX handovers_shift ON handovers (shift_id);
      CREATE INDEX handovers_next ON handovers (next_shift_id);
      CREATE TABLE swaps (
        id uuid PRIMARY KEY,
        schedule_id uuid NOT NULL REFERENCES schedules (id),
        position text NOT NULL,
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        offered_by uuid NOT NULL REFERENCES users (id),
        offered_to uuid REFERENCES users (id),
        taken_by uuid REFERENCES users (id),
        note text,
        state text NOT NULL,
        version integer NOT NULL,
        created_at timestamptz(3) NOT NULL
      );
      CREATE INDEX swaps_open ON swaps (starts_at) WHERE state IN ('offered', 'taken');
      CREATE INDEX swaps_created ON swaps (created_at DESC, id DESC);
      -- The secret address of somebody's calendar. One at a time; the secret itself is not kept.
      CREATE TABLE calendar_links (
        user_id uuid PRIMARY KEY REFERENCES users (id),
        secret_hash text NOT NULL UNIQUE,
        created_at timestamptz(3) NOT NULL
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE calendar_links, swaps, handovers, shifts, leaves, duty_overrides, schedule_versions, schedules',
    );
  }
}
