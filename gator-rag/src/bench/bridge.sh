#!/usr/bin/env bash
# FAISS through the bridge beside FAISS called from C++: the same index, the same queries, in turns.
# After mvn -Pfaiss -Dquickly process-classes: gator-rag/src/bench/bridge.sh [FACTORY] [ROWS] [WIDTH]
set -euo pipefail
cd "$(dirname "$0")/../.."
factory=${1:-HNSW32} rows=${2:-20000} width=${3:-128} rounds=9
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
slf4j=$(find "${HOME}/.m2/repository/org/slf4j/slf4j-api" -name 'slf4j-api-2*.jar' | head -1)
classes=target/classes:target/faiss:../gator-plugins-spi/target/classes:$slf4j
jspecify=$(find "${HOME}/.m2/repository/org/jspecify" -name 'jspecify-*.jar' | head -1)

g++ -std=c++17 -O2 -fopenmp src/bench/cpp/direct.cpp -o "$work/direct" -lfaiss -llapack -lblas -Wl,--gc-sections
javac -cp "$classes:$jspecify" -d "$work/classes" src/bench/java/dev/gator/rag/index/faiss/BridgeBench.java
bridge() { java -cp "$work/classes:$classes" dev.gator.rag.index.faiss.BridgeBench "$1" "$work" "$factory" "$rows" "$width" "$rounds"; }

bridge make
echo "$factory, $rows x 384, width $width: CPU time of each query, ten nearest"
for _ in 1 2 3; do
  "$work/direct" "$work/index.faiss" "$work/queries" 10 "$width" "$rounds"
  bridge ask
done
