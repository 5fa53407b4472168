#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>

#include "crm_service/fields/rights/field_rights.h"
#include "foundation/rpc/calls/answer_veil.h"

namespace voronka::crm {

// Takes the fields that a caller's role does not see out of every answer, whichever step has made it. Thread-safe.
//
// What an account hides is kept for 5 s, so that calls do not read it anew. A change that this process answers counts
// at once.
class FieldVeil final : public rpc::AnswerVeil {
 public:
  void Hide(storage::Connection& db, const rpc::Caller& caller, google::protobuf::Message& answer) override;

  HiddenFields HiddenFrom(storage::Connection& db, const rpc::Caller& caller);
  void Forget(int64_t account_id);

 private:
  using Clock = std::chrono::steady_clock;

  struct Known {
    Clock::time_point until;
    std::map<options::v1::Role, HiddenFields> by_role;
  };

  void Keep(int64_t account_id, Known known);

  std::mutex mutex_;
  // By account.
  std::map<int64_t, Known> known_;
};

}  // namespace voronka::crm
