SELECT 'outside';
-- tag::lid[]
  SELECT 'inside';

    SELECT 'deeper';
-- end::lid[]
