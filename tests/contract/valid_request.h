#pragma once

#include <google/protobuf/message.h>

#include <memory>

#include "tests/contract/company.h"
#include "tests/contract/methods.h"

namespace voronka::testing {

// A request that the method answers with OK, with every field set that a caller may set, derived from the descriptors.
// It refers to the company's resources. Each has a new request_id, and new phones, email addresses and logins.
std::unique_ptr<google::protobuf::Message> ValidRequest(const Method& method, const Company& company);

}  // namespace voronka::testing
