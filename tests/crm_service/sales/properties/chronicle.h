#pragma once

#include <google/protobuf/message.h>

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "client/call_failed.h"
#include "tests/crm_service/sales/properties/world.h"

namespace voronka::properties {

// A write as it was answered: the reasons of a refusal, or none.
struct Answer {
  std::optional<client::CallFailed> failure = {};
  Reasons reasons = {};
};

Answer RefusalBy(const client::CallFailed& failure);

// Of whoever may not change the deal.
Reasons NotResponsible();

// What was written by a history, and what is wrong with how it was answered: the first such thing, with the writes
// before it.
class Chronicle {
 public:
  // `seed` repeats the history. `pipelines`: keys; they are told with what is wrong.
  Chronicle(World& world, const std::vector<std::string>& pipelines, uint64_t seed)
      : world_(world), pipelines_(pipelines), seed_(seed) {}

  // Empty: nothing is wrong.
  const std::string& finding() const { return finding_; }

  // `deal_id`: the deal that it is about, here as below; 0: all.
  void Note(const Writer& writer, const google::protobuf::Message& request, int64_t deal_id, const Answer& answer);
  void Find(const std::string& what, int64_t deal_id);
  // That the service said what the oracle says.
  void Expect(const Answer& answer, const Reasons& expected, int64_t deal_id);
  // That CanMove said what the move says.
  void ExpectForetold(const Answer& verdict, const Answer& answer, int64_t deal_id);
  // That nothing but one of these was said; for what the rules of stages do not decide.
  void ExpectOnly(const Answer& answer, const std::set<std::string>& reasons, int64_t deal_id);
  void ExpectUnchanged(const Scene& before, int64_t deal_id);

 private:
  World& world_;
  const std::vector<std::string>& pipelines_;
  const uint64_t seed_;
  // With the deal that each is about.
  std::vector<std::pair<int64_t, std::string>> steps_;
  std::string finding_;
};

}  // namespace voronka::properties
