"""`python -m timeline.app`: serves the page on this machine only and prints its address."""

import argparse
import os
import socket
import sys
from pathlib import Path
from threading import Thread

ADDRESS = "127.0.0.1"
PAGE = Path(__file__).parents[2] / "dashboard.py"


def free_port(wanted: int) -> int:
    """`wanted`, or the next port after it that nothing on this machine listens on."""
    for port in range(wanted, 65536):
        if _is_free(port):
            return port
    raise SystemExit(f"No port from {wanted} on is free: choose a lower one with --port.")


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError:
            return False
    return True


def _warm_up() -> None:
    """Loads what is slow to load before anyone waits for the page."""
    from timeline.pipeline import read_mentions, tag
    from timeline.store import shipped

    tag("today", None)
    Thread(target=lambda: [*map(read_mentions, shipped().documents)], daemon=True).start()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m timeline.app", description=__doc__)
    parser.add_argument("--port", type=int, default=8501, help="the first port to try (8501)")
    port = free_port(parser.parse_args().port)
    print(f"Timeline: http://{ADDRESS}:{port} (open it in your browser; Ctrl+C stops it)", flush=True)
    os.chdir(PAGE.parent)

    from streamlit.web import cli

    _warm_up()
    options = ["--server.address", ADDRESS, "--server.port", str(port), "--logger.hideWelcomeMessage", "true"]
    sys.argv = ["streamlit", "run", str(PAGE), *options]
    cli.main()


if __name__ == "__main__":
    main()
