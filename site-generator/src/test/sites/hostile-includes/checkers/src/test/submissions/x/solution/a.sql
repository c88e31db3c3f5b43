SELECT 'solution';
