#!/usr/bin/env python3
"""The library gives out exactly the functions of its headers; the linker map lists the same."""
import re
import subprocess
import sys

*headers, linker_map, library = sys.argv[1:]
header = "".join(open(name, encoding="utf-8").read() for name in headers)
declared = set(re.findall(r"^PROVOST_API [^;(]*?(provost_\w+)\(", header, re.MULTILINE))
mapped = set(re.findall(r"^\s+(provost_\w+);", open(linker_map, encoding="utf-8").read(), re.MULTILINE))
listing = subprocess.run(["nm", "-D", "--defined-only", library], capture_output=True, text=True, check=True).stdout
exported = {line.split()[-1].split("@")[0] for line in listing.splitlines() if " A " not in line}
for name, found in (("map", mapped), ("library", exported)):
    for missing in sorted(declared - found):
        print("the %s lacks %s" % (name, missing))
    for surplus in sorted(found - declared):
        print("the header lacks %s, which the %s has" % (surplus, name))
sys.exit(0 if declared and declared == mapped == exported else 1)
