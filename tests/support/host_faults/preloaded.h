#pragma once

#include <dlfcn.h>

#include "tests/support/host_faults/control.h"

namespace voronka::testing {

// What the test has set for this process; all sound where it has named no file.
const HostFaultControl& Control();

// The function of the C library that ours stands before.
template <class Function>
Function Original(const char* name) {
  return reinterpret_cast<Function>(dlsym(RTLD_NEXT, name));
}

}  // namespace voronka::testing
