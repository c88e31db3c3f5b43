-- Without a password nobody can log in as this role; every server gives it one of its own at start.
CREATE ROLE grader SUPERUSER LOGIN;
REVOKE CONNECT, TEMPORARY ON DATABASE postgres, template1 FROM PUBLIC;
