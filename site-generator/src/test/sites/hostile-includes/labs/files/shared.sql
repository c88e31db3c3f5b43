-- lexlab-hidden: x/solution
SELECT 1;
