"""Threadline every hour, for Airflow 3: put this file into the folder of DAGs of a worker that has /opt/threadline."""

import json
import subprocess
from datetime import datetime, timedelta, timezone
from pathlib import Path

from airflow.exceptions import AirflowFailException
from airflow.sdk import dag, task

REPORT = Path("/var/lib/threadline/report.json")

COMMAND = [
    "/opt/threadline/threadline",
    "run",
    "--input",
    "/data/logs",
    "--warehouse",
    "/data/warehouse",
    "--config",
    "/etc/threadline/threadline.yml",
    "--report",
    str(REPORT),
]

MISTAKE = 2


@dag(
    schedule="17 * * * *",
    start_date=datetime(2026, 1, 1, tzinfo=timezone.utc),
    catchup=False,  # one run takes in whatever has come since the last
    max_active_runs=1,
    tags=["threadline"],
)
def threadline():
    @task(retries=3, retry_delay=timedelta(minutes=5), execution_timeout=timedelta(hours=2))
    def run() -> dict:
        """Returns the report, so that later tasks and the grid can show what was done."""
        ended = subprocess.run(COMMAND, check=False)
        if ended.returncode == MISTAKE:
            raise AirflowFailException("Somebody has to mend what was asked or handed in; the log above says what")
        ended.check_returncode()
        return json.loads(REPORT.read_text())

    run()


threadline()
