// The thin bridge between dev.gator.rag.index.faiss.NativeIndex and FAISS. It holds no state: a handle is the address of
// an index that the Java side owns and frees. No C++ exception leaves this file; each becomes a GatorException.

#include <jni.h>

#include <faiss/IndexFlat.h>
#include <faiss/IndexHNSW.h>
#include <faiss/IndexIVF.h>
#include <faiss/IndexIVFFastScan.h>
#include <faiss/IndexPQ.h>
#include <faiss/IndexPreTransform.h>
#include <faiss/IndexIVFPQ.h>
#include <faiss/IndexScalarQuantizer.h>
#include <faiss/impl/FaissException.h>
#include <faiss/impl/IDSelector.h>
#include <faiss/index_factory.h>
#include <faiss/index_io.h>
#include <omp.h>

#include <algorithm>
#include <cstdlib>
#include <memory>
#include <new>
#include <string>
#include <vector>

namespace {

using faiss::Index;
using idx_t = int64_t; // what FAISS calls so, too: inside Index up to 1.7.3, beside it later

// k-means wants this many points for each centroid; FAISS warns below it.
constexpr jlong POINTS_PER_CENTROID = 39;
// Scalar quantizers learn the range of each dimension; this many points show it.
constexpr jlong POINTS_FOR_RANGES = 256;

Index& index(jlong handle) {
    return *reinterpret_cast<Index*>(handle);
}

void raise(JNIEnv* env, const std::string& message) {
    if (env->ExceptionCheck()) {
        return;
    }
    jclass type = env->FindClass("dev/gator/rag/index/faiss/NativeIndex");
    jmethodID make = type == nullptr
            ? nullptr
            : env->GetStaticMethodID(type, "failure", "(Ljava/lang/String;)Ldev/gator/error/GatorException;");
    jstring text = make == nullptr ? nullptr : env->NewStringUTF(message.c_str());
    if (text != nullptr) {
        env->Throw(static_cast<jthrowable>(env->CallStaticObjectMethod(type, make, text)));
    }
}

template <typename Result, typename Work>
Result guarded(JNIEnv* env, Result otherwise, Work work) {
    try {
        return work();
    } catch (const std::bad_alloc&) {
        raise(env, "FAISS ran out of memory");
    } catch (const faiss::FaissException& e) {
        raise(env, e.msg);
    } catch (const std::exception& e) {
        raise(env, e.what());
    } catch (...) {
        raise(env, "FAISS failed and did not say why");
    }
    return otherwise;
}

std::string text(JNIEnv* env, jstring value) {
    const char* chars = env->GetStringUTFChars(value, nullptr);
    if (chars == nullptr) {
        throw std::bad_alloc();
    }
    std::string copy(chars);
    env->ReleaseStringUTFChars(value, chars);
    return copy;
}

std::vector<float> floats(JNIEnv* env, jfloatArray values) {
    std::vector<float> copy(env->GetArrayLength(values));
    env->GetFloatArrayRegion(values, 0, static_cast<jsize>(copy.size()), copy.data());
    return copy;
}

// Rows are passed end to end; their number follows from the dimensions.
idx_t rows(const Index& target, const std::vector<float>& values) {
    return static_cast<idx_t>(values.size()) / target.d;
}

// The index that is searched behind transformations such as PCA.
const Index* behind_transforms(const Index* outer) {
    auto* chain = dynamic_cast<const faiss::IndexPreTransform*>(outer);
    return chain == nullptr ? outer : behind_transforms(chain->index);
}

bool filters_inside(const Index* searched) {
    if (dynamic_cast<const faiss::IndexIVFFastScan*>(searched) != nullptr) {
        return false;
    }
    return dynamic_cast<const faiss::IndexFlat*>(searched) != nullptr ||
            dynamic_cast<const faiss::IndexScalarQuantizer*>(searched) != nullptr ||
            dynamic_cast<const faiss::IndexHNSW*>(searched) != nullptr ||
            dynamic_cast<const faiss::IndexIVF*>(searched) != nullptr;
}

jlong wanted_points(const Index* searched) {
    jlong wanted = POINTS_FOR_RANGES;
    if (auto* lists = dynamic_cast<const faiss::IndexIVF*>(searched)) {
        wanted = std::max(wanted, POINTS_PER_CENTROID * static_cast<jlong>(lists->nlist));
    }
    if (auto* codes = dynamic_cast<const faiss::IndexIVFPQ*>(searched)) {
        wanted = std::max(wanted, POINTS_PER_CENTROID * static_cast<jlong>(codes->pq.ksub));
    }
    if (auto* graph = dynamic_cast<const faiss::IndexHNSWPQ*>(searched)) {
        auto* codes = dynamic_cast<const faiss::IndexPQ*>(graph->storage);
        wanted = std::max(wanted, POINTS_PER_CENTROID * static_cast<jlong>(codes->pq.ksub));
    }
    return wanted;
}

// The factory asks product quantizers to order their codes for a search by Hamming distance, which takes minutes to learn
// and which is never asked for here.
void learn_only_what_is_used(Index* outer) {
    auto* searched = const_cast<Index*>(behind_transforms(outer));
    if (auto* lists = dynamic_cast<faiss::IndexIVFPQ*>(searched)) {
        lists->do_polysemous_training = false;
    }
    if (auto* graph = dynamic_cast<faiss::IndexHNSWPQ*>(searched)) {
        dynamic_cast<faiss::IndexPQ*>(graph->storage)->do_polysemous_training = false;
    }
}

// The parameters that each kind of index understands. Kept together, as the outer ones point to the inner ones.
struct Parameters {
    faiss::SearchParameters plain;
    faiss::SearchParametersHNSW graph;
    faiss::SearchParametersIVF lists;
    faiss::SearchParametersPreTransform chain;

    const faiss::SearchParameters* of(const Index* outer, int width, faiss::IDSelector* selector) {
        if (auto* transformed = dynamic_cast<const faiss::IndexPreTransform*>(outer)) {
            chain.index_params = const_cast<faiss::SearchParameters*>(of(transformed->index, width, selector));
            return &chain;
        }
        if (dynamic_cast<const faiss::IndexHNSW*>(outer) != nullptr) {
            graph.efSearch = width;
            graph.sel = selector;
            return &graph;
        }
        if (auto* ivf = dynamic_cast<const faiss::IndexIVF*>(outer)) {
            lists.nprobe = std::min(ivf->nlist, static_cast<size_t>(std::max(1, width / 8)));
            lists.sel = selector;
            return &lists;
        }
        plain.sel = selector;
        return &plain;
    }
};

// How many threads FAISS may take for the caller's sake.
struct Threads {
    int before = omp_get_max_threads();
    explicit Threads(int count) { omp_set_num_threads(count); }
    ~Threads() { omp_set_num_threads(before); }

    // One query is one caller's, and threads that wait for work would take the cores of other callers.
    static int to_search() { return 1; }

    // Learning meets at thousands of barriers; on a busy machine waiting there takes longer than all the work. So more
    // threads only where the user says how many.
    static int to_train() { return std::getenv("OMP_NUM_THREADS") == nullptr ? 1 : omp_get_max_threads(); }
};

} // namespace

#define BRIDGE(result, name) extern "C" JNIEXPORT result JNICALL Java_dev_gator_rag_index_faiss_NativeIndex_##name

BRIDGE(jlong, make)(JNIEnv* env, jclass, jint dimensions, jstring factory) {
    return guarded(env, jlong{0}, [&] {
        std::string description = text(env, factory);
        std::unique_ptr<Index> made(
                faiss::index_factory(dimensions, description.c_str(), faiss::METRIC_INNER_PRODUCT));
        if (!filters_inside(behind_transforms(made.get()))) {
            throw faiss::FaissException("\"" + description + "\" cannot filter inside its search");
        }
        learn_only_what_is_used(made.get());
        return reinterpret_cast<jlong>(made.release());
    });
}

BRIDGE(jlong, load)(JNIEnv* env, jclass, jstring file, jboolean mapped) {
    return guarded(env, jlong{0}, [&] {
        int flags = mapped ? faiss::IO_FLAG_MMAP : 0;
        return reinterpret_cast<jlong>(faiss::read_index(text(env, file).c_str(), flags));
    });
}

BRIDGE(void, save)(JNIEnv* env, jclass, jlong handle, jstring file) {
    guarded(env, 0, [&] {
        faiss::write_index(&index(handle), text(env, file).c_str());
        return 0;
    });
}

BRIDGE(void, free)(JNIEnv*, jclass, jlong handle) {
    delete &index(handle);
}

BRIDGE(jlong, size)(JNIEnv*, jclass, jlong handle) {
    return index(handle).ntotal;
}

BRIDGE(jint, dimensions)(JNIEnv*, jclass, jlong handle) {
    return index(handle).d;
}

BRIDGE(jlong, trainingPoints)(JNIEnv*, jclass, jlong handle) {
    return index(handle).is_trained ? 0 : wanted_points(behind_transforms(&index(handle)));
}

BRIDGE(void, train)(JNIEnv* env, jclass, jlong handle, jfloatArray points) {
    guarded(env, 0, [&] {
        Threads threads(Threads::to_train());
        std::vector<float> copy = floats(env, points);
        index(handle).train(rows(index(handle), copy), copy.data());
        return 0;
    });
}

BRIDGE(void, add)(JNIEnv* env, jclass, jlong handle, jfloatArray vectors) {
    guarded(env, 0, [&] {
        std::vector<float> copy = floats(env, vectors);
        index(handle).add(rows(index(handle), copy), copy.data());
        return 0;
    });
}

BRIDGE(jint, search)
(JNIEnv* env, jclass, jlong handle, jfloatArray query, jint width, jbyteArray mask, jlongArray found) {
    return guarded(env, jint{0}, [&] {
        Threads threads(Threads::to_search());
        std::vector<float> point = floats(env, query);
        std::vector<idx_t> ids(env->GetArrayLength(found), -1);
        std::vector<float> scores(ids.size());
        std::vector<jbyte> bits(mask == nullptr ? 0 : env->GetArrayLength(mask));
        if (mask != nullptr) {
            env->GetByteArrayRegion(mask, 0, static_cast<jsize>(bits.size()), bits.data());
        }
        faiss::IDSelectorBitmap selector(bits.size(), reinterpret_cast<const uint8_t*>(bits.data()));
        Parameters parameters;
        auto* chosen = parameters.of(&index(handle), width, mask == nullptr ? nullptr : &selector);
        index(handle).search(1, point.data(), static_cast<idx_t>(ids.size()), scores.data(), ids.data(), chosen);
        auto end = std::remove(ids.begin(), ids.end(), idx_t{-1});
        auto count = static_cast<jint>(end - ids.begin());
        static_assert(sizeof(jlong) == sizeof(idx_t), "ids cross as they are");
        env->SetLongArrayRegion(found, 0, count, reinterpret_cast<const jlong*>(ids.data()));
        return count;
    });
}
