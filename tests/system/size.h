#pragma once

namespace voronka::testing {

// VORONKA_FULL=1 runs the tests at the promised sizes, which takes minutes; otherwise they are smaller.
bool IsFullSize();

inline int Size(int full, int usual) { return IsFullSize() ? full : usual; }

}  // namespace voronka::testing
