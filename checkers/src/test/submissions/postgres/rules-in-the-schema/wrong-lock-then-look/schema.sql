-- The mistake: the trigger waits its turn, then looks with a snapshot from before the wait.
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
  CHECK (starts_at < ends_at)
);

CREATE FUNCTION refuse_overlap() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM FROM rooms r WHERE r.id = NEW.room_id FOR UPDATE;
  IF EXISTS (SELECT FROM bookings b
             WHERE b.room_id = NEW.room_id AND b.id <> NEW.id
               AND b.starts_at < NEW.ends_at AND NEW.starts_at < b.ends_at) THEN
    RAISE EXCEPTION 'room % is taken', NEW.room_id USING ERRCODE = 'exclusion_violation';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER one_booking_at_a_time BEFORE INSERT OR UPDATE ON bookings
  FOR EACH ROW EXECUTE FUNCTION refuse_overlap();
