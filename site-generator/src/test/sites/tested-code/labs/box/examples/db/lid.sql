-- tag::plain[]
SELECT 1;

SELECT 2;
-- end::plain[]
-- tag::numbered[]
SELECT lid   -- <1>
  FROM boxes /* <2> is no callout */
 WHERE open; -- <2> <3>
-- end::numbered[]
-- tag::marks[]
<!-- untested: this is code -->
// untested: and so is this
include::nothing.sql[]
-- end::marks[]
