"""To grade on many machines: both ways give a worker the same rights, and the image gets what it copies."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]  # its types are a package of their own

import kamlab

ROOT = Path(__file__).parents[2]
DEPLOY = ROOT / "deploy" / "dask"
IMAGE = f"kamlab-worker:{kamlab.__version__}"


@pytest.fixture(scope="module")
def compose() -> dict[str, Any]:
    services: dict[str, Any] = yaml.safe_load((DEPLOY / "compose.yaml").read_text())["services"]
    return services


@pytest.fixture(scope="module")
def cluster() -> dict[str, Any]:
    spec: dict[str, Any] = yaml.safe_load((DEPLOY / "cluster.yaml").read_text())["spec"]
    return {name: spec[name]["spec"]["containers"][0] for name in ("worker", "scheduler")}


def test_a_worker_has_the_same_few_rights_in_both(compose: dict[str, Any], cluster: dict[str, Any]) -> None:
    theirs = cluster["worker"]["securityContext"]["capabilities"]
    assert theirs["drop"] == compose["worker"]["cap_drop"] == ["ALL"]
    assert theirs["add"] == compose["worker"]["cap_add"]
    assert set(theirs["add"]) == {"SYS_ADMIN", "NET_ADMIN", "SETUID", "SETGID", "KILL"}


def test_the_scheduler_needs_no_right(compose: dict[str, Any], cluster: dict[str, Any]) -> None:
    assert not {"cap_add", "security_opt", "privileged"} & set(compose["scheduler"])
    assert "securityContext" not in cluster["scheduler"]


def test_the_scheduler_is_open_to_this_machine_only(compose: dict[str, Any]) -> None:
    assert compose["scheduler"]["ports"] == ["127.0.0.1:8786:8786"]
    assert "ports" not in compose["worker"]


def test_the_image_is_that_of_this_version(compose: dict[str, Any], cluster: dict[str, Any]) -> None:
    assert {each["image"] for each in (*compose.values(), *cluster.values())} == {IMAGE}


def test_the_image_is_built_of_nothing_but_what_it_copies() -> None:
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    let_in = {line[1:] for line in lines if line.startswith("!")}
    copied = re.findall(r"^COPY (.+) \S+$", (DEPLOY / "Dockerfile").read_text(), re.MULTILINE)
    assert "*" in lines
    assert {name.removeprefix("./") for each in copied for name in each.split()} == let_in
