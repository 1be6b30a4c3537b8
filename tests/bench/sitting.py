#!/usr/bin/env python3
"""Sits at the window for hours and writes down how much memory it takes.

    tests/bench/sitting.py --minutes 120     # after ./run --build; needs xvfb, xdotool and MNIST (sparring-cli data fetch)

In front of a virtual display: a new run every 75 seconds, before every third one a look at the run before, another page
every 15 seconds. Prints the least, the most and the mean of the resident memory for every ten minutes, and ends with 1
where the window ends by itself or the memory of the last ten minutes is a tenth above that of the second ten.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
RUN = 75  # seconds from one new run to the next
PAGE = 15  # and from one page to the next
PAGES = 7  # Ctrl+1 and on
READING = 5  # and from one look at the memory to the next
SPAN = 600  # seconds that one line of the table is of


def resident(pid):
    """MB."""
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    raise SystemExit("the window has ended by itself")


def window(display):
    """Its identifier, once it is there."""
    for _ in range(60):
        found = subprocess.run(["xdotool", "search", "--onlyvisible", "--class", "sparring"], env=display,
                               capture_output=True, text=True)
        if found.stdout.split():
            return found.stdout.split()[0]
        time.sleep(1)
    raise SystemExit("the window did not open within a minute")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--minutes", type=float, default=120, help="how long (%(default)s)")
    parser.add_argument("--window", type=pathlib.Path, default=ROOT / "build/release/app/sparring",
                        help="the program (%(default)s)")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="sparring-sitting-") as home:
        number = os.getpid() % 1000 + 100
        display = dict(os.environ, DISPLAY=f":{number}", XDG_CONFIG_HOME=home, XDG_RUNTIME_DIR=home,
                       SPARRING_RUNS=f"{home}/runs")
        server = subprocess.Popen(["Xvfb", f":{number}", "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
                                  stderr=subprocess.DEVNULL)
        program = None
        try:
            time.sleep(2)
            program = subprocess.Popen([args.window, "--language", "en", "--size", "1280x800"], env=display)
            sit(args.minutes * 60, program, display)
        finally:
            if program:
                program.terminate()
                program.wait(60)
            server.terminate()


def sit(seconds, program, display):
    """The sitting itself."""
    def do(*words):
        subprocess.run(["xdotool", *words], env=display, check=True, stdout=subprocess.DEVNULL)

    shown = window(display)
    do("windowfocus", "--sync", shown)
    do("mousemove", "640", "780", "click", "1")  # the status bar: keys go to the window, and nothing is pressed
    begun = time.monotonic()
    runs, pages, spans, readings = 0, 0, [], []
    while program.poll() is None and (now := time.monotonic() - begun) < seconds:
        if now >= runs * RUN:
            if runs % 3 == 2:
                do("key", "ctrl+b")
                time.sleep(PAGE)
                do("key", "ctrl+l")
            do("key", "ctrl+n")
            runs += 1
        if now >= pages * PAGE:
            do("key", f"ctrl+{pages % PAGES + 1}")
            pages += 1
        if now // SPAN > len(spans):
            spans.append(told(len(spans), readings, runs))
            readings = []
        readings.append(resident(program.pid))
        time.sleep(READING)
    if program.poll() is not None:
        raise SystemExit(f"the window has ended by itself, with {program.returncode}")
    if len(readings) > SPAN / READING / 2:
        spans.append(told(len(spans), readings, runs))
    if len(spans) > 2 and spans[-1] > 1.1 * spans[1]:
        sys.exit(1)


def told(span, readings, runs):
    """Prints one line of the table; the mean."""
    mean = statistics.mean(readings)
    print(f"| {span * SPAN // 60}–{(span + 1) * SPAN // 60} | {min(readings):.0f} MB | {max(readings):.0f} MB | "
          f"{mean:.0f} MB | {runs} runs |", flush=True)
    return mean


if __name__ == "__main__":
    main()
