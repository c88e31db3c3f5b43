-- tag::lid[]
SELECT lid;
SELECT hinge; -- <1>
-- end::lid[]
