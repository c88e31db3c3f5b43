-- The booking office of a conference house.
--
-- The tables are here, the rules are not: at present the database believes anything.
-- Keep the names and the types of the columns; say the rest in SQL.
-- The file is run once, from top to bottom, in an empty database that you own.

CREATE TABLE rooms (
  id        integer,
  building  text,
  wing      text,
  name      text,
  seats     integer
);

CREATE TABLE people (
  id        integer,
  email     text
);

CREATE TABLE bookings (
  id         integer,
  room_id    integer,
  person_id  integer,
  starts_at  timestamptz,
  ends_at    timestamptz,
  attendees  integer,
  price      numeric(8, 2)
);
