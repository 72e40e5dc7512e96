import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Identity1700000000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE units (
        id uuid PRIMARY KEY,
        code text NOT NULL UNIQUE,
        name text NOT NULL,
        parent_id uuid REFERENCES units (id),
        is_duty_office boolean NOT NULL DEFAULT false,
        created_at timestamptz(3) NOT NULL
      );
      CREATE UNIQUE INDEX units_one_duty_office ON units (is_duty_office) WHERE is_duty_office;
      CREATE TABLE users (
        id uuid PRIMARY KEY,
        username text NOT NULL,
        name text NOT NULL,
        password_hash text NOT NULL,
        roles text[] NOT NULL,
        unit_id uuid REFERENCES units (id),
        is_unit_lead boolean NOT NULL DEFAULT false,
        contacts jsonb NOT NULL DEFAULT '[]',
        locale text NOT NULL DEFAULT 'zh',
        disabled_at timestamptz(3),
        created_at timestamptz(3) NOT NULL
      );
      CREATE UNIQUE INDEX users_username ON users (lower(username));
      CREATE INDEX users_unit ON users (unit_id);
      CREATE INDEX users_roles ON users USING gin (roles);
      CREATE TABLE sessions (
        token_hash text PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL
      );
      CREATE INDEX sessions_user ON sessions (user_id);
      CREATE INDEX sessions_end ON sessions (expires_at);
      CREATE TABLE api_tokens (
        id uuid PRIMARY KEY,
        user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
        name text NOT NULL,
        token_hash text NOT NULL UNIQUE,
        permissions text[] NOT NULL,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3)
      );
      CREATE INDEX api_tokens_user ON api_tokens (user_id, id DESC);
      CREATE TABLE setup_tokens (
        token_hash text PRIMARY KEY,
        created_at timestamptz(3) NOT NULL
      );
      -- Failed sign-ins per user name (hashed; names that do not exist too), for throttling only.
      CREATE TABLE sign_in_failures (
        key_hash text PRIMARY KEY,
        failures integer NOT NULL,
        last_at timestamptz(3) NOT NULL
      );
      CREATE INDEX sign_in_failures_age ON sign_in_failures (last_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'DROP TABLE sign_in_failures, setup_tokens, api_tokens, sessions, users, units',
    );
  }
}
