#!/bin/sh
# Builds a C99 program with nothing but a compiler and pkg-config, and runs it.
# Usage: run.sh <compiler> <prefix> <libdir> <source> <program> [flags]
set -eu
compiler=$1 prefix=$2 libdir=$3 source=$4 program=$5
shift 5
PKG_CONFIG_PATH=$prefix/$libdir/pkgconfig
export PKG_CONFIG_PATH
test "$(pkg-config --modversion provost)" = "0.1.0"
# Unquoted on purpose: each is a list of options.
$compiler -std=c99 $* $(pkg-config --cflags provost) "$source" -o "$program" $(pkg-config --libs provost)
LD_LIBRARY_PATH=$prefix/$libdir "$program"
