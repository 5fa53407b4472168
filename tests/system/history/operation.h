#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "tests/system/moments.h"

namespace voronka::testing {

// What a client asked and was told. All retries with the same request_id, sequential or concurrent, are one operation.
struct Operation {
  enum class Outcome {
    kAcknowledged,
    // Every attempt was answered and none succeeded: it has not happened, and never will.
    kRefused,
    // Some attempt was not answered, and none succeeded.
    kUnknown,
  };
  int64_t account_id = 0;
  // In the format of request keys: `user:7`, `service:intake`.
  std::string caller;
  // For example `voronka.crm.v1.DealService.MoveDeal`.
  std::string method;
  std::string request_id;
  // Serialised, like the answers.
  std::string request;
  // The start of the first attempt; the end of the last.
  Moment begin;
  Moment end;
  Outcome outcome = Outcome::kUnknown;
  std::vector<std::string> answers = {};
  // The last failure: its stable reason, such as OFFER_EXPIRED, and its full text.
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

// A resource at some time, as GetDeal returned it.
struct Reading {
  int64_t account_id = 0;
  Moment begin;
  Moment end;
  std::string answer;
};

}  // namespace voronka::testing
