import socket

import pytest

from timeline.app.__main__ import ADDRESS, free_port


def test_a_taken_port_is_passed_over():
    with socket.create_server((ADDRESS, 0)) as server:
        taken = server.getsockname()[1]
        assert free_port(taken) > taken


def test_a_free_port_is_taken_as_it_is():
    with socket.create_server((ADDRESS, 0)) as server:
        port = server.getsockname()[1]
    assert free_port(port) == port


def test_when_no_port_is_left_it_says_what_to_do():
    with pytest.raises(SystemExit, match="choose a lower one"):
        free_port(65536)
