#pragma once

#include "tests/support/account.h"
#include "tests/support/http_client.h"
#include "tests/support/system.h"

namespace voronka::testing {

// What the tests of the binary share: the services with a gateway before them, and an account.
//
// The gateway and the services trust 127.0.0.1 as a proxy, so that a test may come from any address
// (`x-forwarded-for`). The gateway allows pages of kForeignOrigin, and knows the server of a site builder at kBuilder.
struct Premises {
  static constexpr char kForeignOrigin[] = "https://crm.example.com";
  static constexpr char kBuilder[] = "203.0.113.200";

  Premises();

  System system;
  Account account;
};

// Created on first use.
Premises& SharedPremises();

}  // namespace voronka::testing
