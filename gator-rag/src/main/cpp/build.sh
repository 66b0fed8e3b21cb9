#!/usr/bin/env bash
# Builds the bridge to FAISS: build.sh FOLDER. Wants g++ and FAISS (Debian: apt-get install g++ libfaiss-dev).
# A FAISS of your own: CXXFLAGS="-I/opt/faiss/include" LDFLAGS="-L/opt/faiss/lib" build.sh FOLDER
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
out=${1:?folder}
java_home=${JAVA_HOME:-$(dirname "$(dirname "$(readlink -f "$(command -v javac)")")")}
includes=("-I$java_home/include" "-I$java_home/include/linux")
mkdir -p "$out"

# Hidden symbols: another FAISS, BLAS wrapper or OpenMP user in the process must not meet ours.
# shellcheck disable=SC2086  # flags are words
"${CXX:-g++}" -std=c++17 -O2 -fPIC -shared -fopenmp -fvisibility=hidden -Wall -Wextra -Werror "${includes[@]}" ${CXXFLAGS:-} \
  "$here/gator_faiss.cpp" -o "$out/libgator_faiss.so" \
  ${LDFLAGS:-} -lfaiss -llapack -lblas -Wl,--gc-sections -Wl,--exclude-libs,ALL -Wl,-z,defs
