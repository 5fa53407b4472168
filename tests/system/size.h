#pragma once

namespace voronka::testing {

// VORONKA_FULL=1 asks for the sizes of the promises, which take minutes; else tests are content with smaller ones.
bool IsFullSize();

inline int Size(int full, int usual) { return IsFullSize() ? full : usual; }

}  // namespace voronka::testing
