-- One row per run, the last twenty, newest first.
{use: runs}
LIMIT 20
