-- The ledger: one SQLite file. A reading is one article as it was got, with everything read out of it; its key is a hash of both.
-- Rows are never deleted and change only in superseded_at, set when a newer reading takes the place of theirs.
-- Offsets are [start, end) in code points of articles.text: substr(text, start + 1, "end" - start).

CREATE TABLE IF NOT EXISTS articles (
  reading TEXT PRIMARY KEY,
  id TEXT NOT NULL,
  text TEXT NOT NULL,
  title TEXT,
  published TEXT,
  published_basis TEXT,
  published_first TEXT,              -- first and last day that `published` can mean
  published_last TEXT,
  outlet TEXT,
  outlet_key TEXT,                   -- outlet without case and diacritics
  url TEXT,
  canonical_url TEXT,
  rewrites_url TEXT,
  byline TEXT,                       -- JSON list
  language TEXT,
  looked TEXT NOT NULL,              -- JSON list: tables that were looked for; others are unknown, not empty
  makers TEXT NOT NULL,              -- JSON list: versions of the stages that ran
  recorded_at TEXT NOT NULL,
  superseded_at TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS articles_by_id ON articles (id);
CREATE INDEX IF NOT EXISTS articles_by_address ON articles (coalesce(url, canonical_url));
CREATE INDEX IF NOT EXISTS articles_by_day ON articles (published_first DESC, id);

CREATE TABLE IF NOT EXISTS sections (
  reading TEXT NOT NULL REFERENCES articles, position INTEGER NOT NULL,
  kind TEXT NOT NULL, start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  maker TEXT, recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, position)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS sentences (
  reading TEXT NOT NULL REFERENCES articles, position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  maker TEXT, recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, position)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS actors (
  reading TEXT NOT NULL REFERENCES articles, id TEXT NOT NULL, position INTEGER NOT NULL,
  name TEXT NOT NULL, type TEXT NOT NULL, country TEXT, sector TEXT NOT NULL, office TEXT, wikidata TEXT,
  basis TEXT NOT NULL, confidence REAL NOT NULL,
  maker TEXT, recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS actors_by_id ON actors (id);

CREATE TABLE IF NOT EXISTS mentions (
  reading TEXT NOT NULL REFERENCES articles, position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, actor TEXT, kind TEXT NOT NULL,
  maker TEXT, recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, position)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS timexes (
  reading TEXT NOT NULL REFERENCES articles, id TEXT NOT NULL, position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL, type TEXT NOT NULL, value TEXT NOT NULL,
  "begin" TEXT, until TEXT, anchor TEXT,
  maker TEXT, recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS attributions (
  number INTEGER PRIMARY KEY,        -- for the word indexes only; means nothing outside this file
  reading TEXT NOT NULL REFERENCES articles, id TEXT NOT NULL, position INTEGER NOT NULL,
  kind TEXT NOT NULL, act TEXT NOT NULL, holder TEXT, holder_name TEXT,
  holder_key TEXT NOT NULL,          -- the holder's name and the source, without case and diacritics
  source TEXT NOT NULL, cue TEXT NOT NULL, text TEXT NOT NULL,
  via TEXT NOT NULL, parent TEXT, chain TEXT NOT NULL,
  sentence_start INTEGER, sentence_end INTEGER, confidence REAL NOT NULL, why TEXT,
  maker TEXT, recorded_at TEXT NOT NULL, superseded_at TEXT,
  UNIQUE (reading, id)
);
CREATE INDEX IF NOT EXISTS attributions_by_holder ON attributions (holder);

CREATE TABLE IF NOT EXISTS attribution_spans (
  reading TEXT NOT NULL, attribution TEXT NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, attribution, role, position),
  FOREIGN KEY (reading, attribution) REFERENCES attributions (reading, id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS events (
  reading TEXT NOT NULL REFERENCES articles, id TEXT NOT NULL, position INTEGER NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL,
  type TEXT NOT NULL, mode TEXT, contexts TEXT NOT NULL, cameo TEXT, quad INTEGER, intensity REAL,
  location TEXT, location_country TEXT, latitude REAL, longitude REAL, location_basis TEXT,
  happened_begin TEXT, happened_end TEXT, happened_basis TEXT, happened_timex TEXT, told_begin TEXT, told_end TEXT,
  attribution TEXT, chain TEXT NOT NULL, tense TEXT, status TEXT, same_as TEXT, sentence_start INTEGER, sentence_end INTEGER,
  maker TEXT, recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS events_by_day ON events (happened_begin, type);

CREATE TABLE IF NOT EXISTS event_actors (
  reading TEXT NOT NULL, event TEXT NOT NULL, role TEXT NOT NULL, position INTEGER NOT NULL, actor TEXT NOT NULL,
  recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, event, role, position),
  FOREIGN KEY (reading, event) REFERENCES events (reading, id)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS event_actors_by_actor ON event_actors (actor);

CREATE TABLE IF NOT EXISTS factuality (
  reading TEXT NOT NULL, event TEXT NOT NULL, position INTEGER NOT NULL, holder TEXT NOT NULL, value TEXT NOT NULL,
  maker TEXT, recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, event, position),
  FOREIGN KEY (reading, event) REFERENCES events (reading, id)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS stances (
  reading TEXT NOT NULL REFERENCES articles, position INTEGER NOT NULL, holder TEXT, value TEXT NOT NULL,
  attribution_toward TEXT, event_toward TEXT, attribution TEXT,
  maker TEXT, recorded_at TEXT NOT NULL, superseded_at TEXT,
  PRIMARY KEY (reading, position)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS failures (
  id TEXT PRIMARY KEY,
  reading TEXT REFERENCES articles,  -- null: there is no reading, the source itself could not be read
  source TEXT NOT NULL, stage TEXT NOT NULL, error TEXT NOT NULL,
  recorded_at TEXT NOT NULL, superseded_at TEXT
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS failures_by_reading ON failures (reading);

CREATE TABLE IF NOT EXISTS runs (
  id INTEGER PRIMARY KEY, version TEXT NOT NULL,
  added INTEGER NOT NULL DEFAULT 0, replaced INTEGER NOT NULL DEFAULT 0, older INTEGER NOT NULL DEFAULT 0,
  unchanged INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
  recorded_at TEXT NOT NULL, ended_at TEXT, superseded_at TEXT
);

CREATE VIRTUAL TABLE IF NOT EXISTS attribution_words USING fts5 (
  text, content = 'attributions', content_rowid = 'number', tokenize = 'porter unicode61 remove_diacritics 2'
);
CREATE VIRTUAL TABLE IF NOT EXISTS holder_words USING fts5 (
  holder_key, content = 'attributions', content_rowid = 'number', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER IF NOT EXISTS attributions_indexed AFTER INSERT ON attributions BEGIN
  INSERT INTO attribution_words (rowid, text) VALUES (new.number, new.text);
  INSERT INTO holder_words (rowid, holder_key) VALUES (new.number, new.holder_key);
END;

CREATE VIEW IF NOT EXISTS quote AS
SELECT articles.id AS article, published AS date, outlet, holder_name AS holder, act, cue, attributions.text AS text, source,
       kind, confidence, title, url, attributions.id AS attribution
FROM attributions JOIN articles USING (reading)
WHERE attributions.superseded_at IS NULL;

CREATE VIEW IF NOT EXISTS event_day AS
WITH named AS (
  SELECT events.*, articles.id AS article, outlet,
    (SELECT group_concat(name, '; ') FROM (SELECT coalesce(name, actor) AS name FROM event_actors LEFT JOIN actors
       ON actors.reading = event_actors.reading AND actors.id = actor
       WHERE event_actors.reading = events.reading AND event = events.id AND role = 'actor' ORDER BY event_actors.position)) AS actors,
    (SELECT group_concat(name, '; ') FROM (SELECT coalesce(name, actor) AS name FROM event_actors LEFT JOIN actors
       ON actors.reading = event_actors.reading AND actors.id = actor
       WHERE event_actors.reading = events.reading AND event = events.id AND role = 'recipient' ORDER BY event_actors.position)) AS recipients
  FROM events JOIN articles USING (reading)
  WHERE events.superseded_at IS NULL AND happened_begin IS NOT NULL AND same_as IS NULL
)
SELECT happened_begin AS day, happened_end AS last_day, type, mode, actors, recipients, location, status,
       count(*) AS n_events, count(DISTINCT reading) AS n_articles, count(DISTINCT outlet) AS n_outlets
FROM named GROUP BY happened_begin, happened_end, type, mode, actors, recipients, location, status;

CREATE VIEW IF NOT EXISTS claim AS
SELECT articles.id AS article, published AS date, outlet, events.id AS event, events.type AS type, events.mode AS mode, events.chain AS chain,
       coalesce(actors.name, factuality.holder) AS holder, factuality.value AS factuality, status, tense,
       happened_begin, happened_end, happened_basis, told_begin, told_end,
       coalesce(attributions.text, substr(articles.text, events.sentence_start + 1, events.sentence_end - events.sentence_start)) AS text
FROM events JOIN articles USING (reading)
LEFT JOIN factuality ON factuality.reading = events.reading AND factuality.event = events.id
LEFT JOIN actors ON actors.reading = events.reading AND actors.id = factuality.holder
LEFT JOIN attributions ON attributions.reading = events.reading AND attributions.id = events.attribution
WHERE events.superseded_at IS NULL;
