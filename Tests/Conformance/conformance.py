"""Drives the simulator with the official Python SDK, whose validators know every field and tag of the API.

    python -m venv .venv && .venv/bin/pip install -r Tests/Conformance/requirements.txt
    .venv/bin/python Tests/Conformance/conformance.py --roster .build/debug/roster

Further arguments go to unittest: names of test classes or methods, -v, -f.
"""

import argparse
import os
import pathlib
import sys
import unittest

import support


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--roster", required=True, type=pathlib.Path, help="the built roster executable")
    arguments, unittest_arguments = parser.parse_known_args()
    if not os.access(arguments.roster, os.X_OK):
        parser.error(f"{arguments.roster} is not an executable")
    support.roster = arguments.roster.resolve()
    program = unittest.main(module="suites", argv=[sys.argv[0]] + unittest_arguments, exit=False)
    sys.exit(0 if program.result.wasSuccessful() else 1)


if __name__ == "__main__":
    main()
