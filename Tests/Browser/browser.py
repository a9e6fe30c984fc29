"""Checks the page of a plan in a real browser.

Usage: python Tests/Browser/browser.py --roster PATH [--browser PATH]
(needs playwright from PyPI, and Chromium or Chrome from the system's packages)
"""

import argparse
import pathlib
import sys
import unittest

import support


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--roster", required=True, help="the built binary")
    parser.add_argument("--browser", default=support.find_browser(), help="Chromium or Chrome; found in PATH by default")
    parser.add_argument("-k", dest="patterns", action="append", help="only tests whose names hold this")
    options = parser.parse_args()
    if not options.browser:
        sys.exit(f"no browser found: install one of {', '.join(support.BROWSERS)}, or name one with --browser PATH")
    support.Settings.roster = str(pathlib.Path(options.roster).resolve())
    support.Settings.browser = options.browser
    loader = unittest.TestLoader()
    if options.patterns:
        loader.testNamePatterns = [f"*{pattern}*" for pattern in options.patterns]
    tests = loader.discover(str(pathlib.Path(__file__).parent), pattern="test_*.py")
    result = unittest.TextTestRunner(verbosity=1).run(tests)
    sys.exit(0 if result.wasSuccessful() and result.testsRun > 0 else 1)


if __name__ == "__main__":
    main()
