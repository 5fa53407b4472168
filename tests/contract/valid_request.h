#pragma once

#include <google/protobuf/message.h>

#include <memory>

#include "tests/contract/company.h"
#include "tests/contract/methods.h"

namespace voronka::testing {

// A request that the method answers with OK, with every field set that a caller may set, made from the descriptors;
// what it names is the company's. Each has another request_id, and other phones, mail addresses and logins.
std::unique_ptr<google::protobuf::Message> ValidRequest(const Method& method, const Company& company);

}  // namespace voronka::testing
