#pragma once

#include "tests/support/account.h"
#include "tests/support/http_client.h"
#include "tests/support/system.h"

namespace voronka::testing {

// What the tests of the binary share: the services with a gateway before them, and an account.
//
// The gateway and the services take 127.0.0.1 for their proxy, so that a test may come from any address
// (`x-forwarded-for`), and lets pages of kForeignOrigin in.
struct Premises {
  static constexpr char kForeignOrigin[] = "https://crm.example.com";

  Premises();

  System system;
  Account account;
};

// Made at first use.
Premises& SharedPremises();

}  // namespace voronka::testing
