#pragma once

#include "tests/bench/measure/report.h"

namespace voronka::bench {

// Inquiries of clients who are known by their phone, or by their email, in an account with 1,000,000 contacts and in
// one with 10,000. Each contact has an open deal, which the inquiry joins.
void MeasureKnownClients(Report& report);

}  // namespace voronka::bench
