import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Search1700000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Under what a text is found: pairs of neighbours, and triples in words of Latin letters and digits, as whole
      -- numbers. The same as searchGrams of libs/platform, which is ten times as fast; ADR 0032 says why so.
      CREATE FUNCTION search_grams(body text) RETURNS integer[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
        WITH characters AS (
          SELECT place, ascii(one) AS code FROM unnest(string_to_array(lower(body), NULL)) WITH ORDINALITY AS c (one, place)
        ), read AS (
          SELECT place, code & 65535 AS code,
            CASE WHEN code BETWEEN 97 AND 122 THEN code - 96 WHEN code BETWEEN 48 AND 57 THEN code - 21 END AS symbol,
            code < 192 OR code BETWEEN 8192 AND 11903 OR code BETWEEN 12288 AND 12351 OR code BETWEEN 65024 AND 65135
              OR code BETWEEN 65280 AND 65295 OR code BETWEEN 65306 AND 65312 AS mark
          FROM characters
        ), beside AS (
          SELECT code, symbol, mark, lag(code) OVER neighbours AS code1, lag(symbol) OVER neighbours AS symbol1,
            lag(mark, 1, true) OVER neighbours AS mark1, lag(symbol, 2) OVER neighbours AS symbol2
          FROM read WINDOW neighbours AS (ORDER BY place)
        )
        SELECT coalesce(array_agg(DISTINCT CASE
          WHEN symbol IS NOT NULL THEN -1 - ((coalesce(symbol2, 0) * 37 + symbol1) * 37 + symbol)
          ELSE (code1 << 16) | code END), '{}')
        FROM beside WHERE (symbol IS NOT NULL AND symbol1 IS NOT NULL) OR NOT (mark OR mark1)
      $$;

      ALTER TABLE incidents ADD COLUMN grams integer[] NOT NULL GENERATED ALWAYS AS
        (search_grams(number || ' ' || title || ' ' || claim || ' ' || coalesce(place, ''))) STORED;
      ALTER TABLE clarifications ADD COLUMN grams integer[] NOT NULL GENERATED ALWAYS AS
        (search_grams(title || ' ' || claim || ' ' || answer)) STORED;
      -- Mentions come in thousands: the program works these out.
      ALTER TABLE inbox_mentions ADD COLUMN grams integer[] NOT NULL DEFAULT '{}';
      UPDATE inbox_mentions SET grams = search_grams(text);

      -- ANALYZE keeps the most common grams with their shares, by which a search chooses its way.
      ALTER TABLE incidents ALTER COLUMN grams SET STATISTICS 1000;
      ALTER TABLE clarifications ALTER COLUMN grams SET STATISTICS 1000;
      ALTER TABLE inbox_mentions ALTER COLUMN grams SET STATISTICS 1000;

      -- Of trigrams, PostgreSQL's own know no Chinese in every locale, and none a word of two characters.
      DROP INDEX incidents_search, clarifications_search, inbox_mentions_text;
      CREATE INDEX incidents_grams ON incidents USING gin (grams);
      CREATE INDEX clarifications_grams ON clarifications USING gin (grams);
      CREATE INDEX inbox_mentions_grams ON inbox_mentions USING gin (grams);
      -- Back through time whatever their state.
      CREATE INDEX inbox_mentions_newest ON inbox_mentions (last_seen_at DESC, id DESC);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP INDEX inbox_mentions_newest;
      ALTER TABLE inbox_mentions DROP COLUMN grams;
      ALTER TABLE clarifications DROP COLUMN grams;
      ALTER TABLE incidents DROP COLUMN grams;
      DROP FUNCTION search_grams;
      CREATE INDEX incidents_search ON incidents USING gin (search gin_trgm_ops);
      CREATE INDEX clarifications_search ON clarifications USING gin (search gin_trgm_ops);
      CREATE INDEX inbox_mentions_text ON inbox_mentions USING gin (lower(text) gin_trgm_ops);
    `);
  }
}
