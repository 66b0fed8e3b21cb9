// FAISS without Java: reads the index that BridgeBench wrote and answers the same queries, to compare the bridge with.
// direct INDEX QUERIES COUNT WIDTH ROUNDS; queries are little-endian floats, end to end.

#include <faiss/IndexHNSW.h>
#include <faiss/IndexIVF.h>
#include <faiss/index_io.h>
#include <omp.h>

#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

std::vector<float> read(const char* path) {
    std::ifstream file(path, std::ios::binary | std::ios::ate);
    std::vector<float> values(static_cast<size_t>(file.tellg()) / sizeof(float));
    file.seekg(0);
    file.read(reinterpret_cast<char*>(values.data()), static_cast<std::streamsize>(values.size() * sizeof(float)));
    return values;
}

// CPU time of this thread: the machine may be busy with others.
double seconds() {
    timespec now;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

} // namespace

int main(int count, char** words) {
    if (count != 6) {
        std::fprintf(stderr, "direct INDEX QUERIES COUNT WIDTH ROUNDS\n");
        return 2;
    }
    std::unique_ptr<faiss::Index> index(faiss::read_index(words[1]));
    std::vector<float> queries = read(words[2]);
    int wanted = std::stoi(words[3]);
    int width = std::stoi(words[4]);
    int rounds = std::stoi(words[5]);
    auto asked = static_cast<int64_t>(queries.size()) / index->d;

    omp_set_num_threads(1);
    faiss::SearchParametersHNSW graph;
    graph.efSearch = std::max(width, wanted);
    faiss::SearchParametersIVF lists;
    lists.nprobe = std::max(1, width / 8);
    const faiss::SearchParameters* parameters = nullptr;
    if (dynamic_cast<faiss::IndexHNSW*>(index.get()) != nullptr) {
        parameters = &graph;
    } else if (dynamic_cast<faiss::IndexIVF*>(index.get()) != nullptr) {
        parameters = &lists;
    }
    std::vector<float> scores(wanted);
    std::vector<int64_t> ids(wanted);
    std::vector<double> times;
    for (int round = 0; round < rounds; round++) {
        double start = seconds();
        for (int64_t q = 0; q < asked; q++) {
            index->search(1, queries.data() + q * index->d, wanted, scores.data(), ids.data(), parameters);
        }
        times.push_back((seconds() - start) / static_cast<double>(asked) * 1e6);
    }
    std::sort(times.begin(), times.end());
    std::printf("C++    best %.1f us, median %.1f us\n", times.front(), times[times.size() / 2]);
    return 0;
}
