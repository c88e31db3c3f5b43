SELECT 'mine';
