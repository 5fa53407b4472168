#pragma once

#include <dlfcn.h>

#include "tests/support/host_faults/control.h"

namespace voronka::testing {

// The faults that the test has set for this process; none if it has named no file.
const HostFaultControl& Control();

// The function of the C library that ours replaces.
template <class Function>
Function Original(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace voronka::testing
