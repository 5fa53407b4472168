#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/system/moments.h"

namespace voronka::testing {

// What a client asked and was told, with all repeats under the same request_id, in turn or at once, as one call.
struct Operation {
  enum class Outcome {
    kAcknowledged,
    // Each attempt was answered, none with a success: it has not happened, and never will.
    kRefused,
    // An attempt was not answered, and none was with a success.
    kUnknown,
  };
  int64_t account_id = 0;
  // As it stands in request keys: `user:7`, `service:intake`.
  std::string caller;
  // As `voronka.crm.v1.DealService.MoveDeal`.
  std::string method;
  std::string request_id;
  // Serialised, as are the answers.
  std::string request;
  // Before the first attempt; when the last was over.
  Moment begin;
  Moment end;
  Outcome outcome = Outcome::kUnknown;
  std::vector<std::string> answers = {};
  // The last failure: its stable reason, as OFFER_EXPIRED, and all of it.
  std::string reason = {};
  std::string failure = {};
  int attempts = 0;
};

template <class M>
M Parsed(const std::string& bytes) {
  M message;
  message.ParseFromString(bytes);
  return message;
}

// Of a resource as it was at some moment: what GetDeal answered.
struct Reading {
  int64_t account_id = 0;
  Moment begin;
  Moment end;
  std::string answer;
};

}  // namespace voronka::testing
