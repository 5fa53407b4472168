#pragma once

#include "tests/support/janitor.h"
#include "tests/support/system.h"

namespace voronka::testing {

// A system with the demo account. Its gateway serves the web client and the demo's site, like that of `deploy/run`.
class BrowserSystem {
 public:
  BrowserSystem();

  System& operator*() { return system_; }
  System* operator->() { return &system_; }

 private:
  const Janitor demo_site_;
  System system_;
};

}  // namespace voronka::testing
